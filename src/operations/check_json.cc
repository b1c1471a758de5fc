// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/check_json.h"

#include "core/document/revision.h"

namespace milepost {
namespace {

void write_edits(JsonWriter& json, const Fix& fix) {
  json.key("edits").begin_array();
  for (const FileEdits& file : fix.files) {
    for (const TextEdit& edit : file.edits) {
      json.begin_object().field("path", file.path).field("begin", edit.range.begin).field("end", edit.range.end);
      json.field("replacement", edit.replacement).end_object();
    }
  }
  json.end_array();
}

void write_checked(JsonWriter& json, const CheckedFinding& checked) {
  const Finding& finding = checked.finding;
  json.begin_object();
  json.field("id", finding.id).field("slug", finding.slug).field("severity", to_string(finding.severity));
  json.field("path", finding.path).field("line", finding.line).field("column", finding.column);
  json.key("range").begin_object().field("begin", finding.range.begin).field("end", finding.range.end).end_object();
  json.field("message", finding.message).field("advice", finding.advice).field("line_text", checked.line_text);
  json.field("fingerprint", revision_text(checked.fingerprint)).key("fixes").begin_array();
  for (const Fix& fix : finding.fixes) {
    json.begin_object().field("what", fix.what).field("safe", fix.safety == FixSafety::safe);
    write_edits(json, fix);
    json.end_object();
  }
  json.end_array().end_object();
}

using Counts = std::array<std::size_t, 3>;  // by severity

void write_counts(JsonWriter& json, const Counts& counts) {
  json.key("counts").begin_object();
  for (std::size_t i = 0; i < counts.size(); ++i) json.field(to_string(static_cast<Severity>(i)), counts.at(i));
  json.end_object();
}

void write_findings(JsonWriter& json, std::string_view key, const std::vector<CheckedFinding>& findings) {
  json.key(key).begin_array();
  for (const CheckedFinding& checked : findings) write_checked(json, checked);
  json.end_array();
}

void write_state(JsonWriter& json, std::string_view key, const std::optional<ItemState>& state) {
  json.key(key);
  if (!state) {
    json.null();
    return;
  }
  json.begin_object().field("path", state->path);
  json.field("status", state->status ? std::optional<std::string_view>(to_string(*state->status)) : std::nullopt);
  json.field("progress", state->progress);
  json.field("target", state->target ? std::optional<std::string>(to_string(*state->target)) : std::nullopt);
  json.end_object();
}

}  // namespace

void write_check(JsonWriter& json, const CheckAnswer& answer, FindingsInJson findings) {
  json.begin_object();
  constexpr std::string_view kFindings = "findings";
  if (findings == FindingsInJson::written) {
    write_findings(json, kFindings, answer.findings);
  } else {
    json.key(kFindings).begin_array().end_array();
  }
  json.field("documents", answer.documents.size());
  write_counts(json, answer.counts);
  json.field("known", answer.known).key("statistics").begin_array();
  for (const RuleCount& row : answer.statistics) {
    json.begin_object().field("id", row.about->id).field("slug", row.about->slug);
    json.field("count", row.count).end_object();
  }
  json.end_array().key("skipped").begin_array();
  if (!answer.history_skipped.empty())
    json.begin_object().field("rules", "git").field("reason", answer.history_skipped).end_object();
  json.end_array().end_object();
}

void write_movement(JsonWriter& json, const PlanMovement& movement) {
  Counts counts{};
  for (const CheckedFinding& checked : movement.appeared)
    ++counts.at(static_cast<std::size_t>(checked.finding.severity));
  json.begin_object();
  write_findings(json, "findings", movement.appeared);
  json.field("documents", movement.documents);
  write_counts(json, counts);
  json.field("known", 0).key("statistics").begin_array().end_array().key("skipped").begin_array().end_array();
  json.key("movement").begin_object().field("base", movement.base);
  write_findings(json, "gone", movement.gone);
  json.key("items").begin_array();
  for (const ItemMove& move : movement.moves) {
    json.begin_object().field("name", move.name).field("title", move.title).field("kind", to_string(move.kind));
    write_state(json, "before", move.before);
    write_state(json, "after", move.after);
    json.end_object();
  }
  json.end_array().end_object().end_object();
}

}  // namespace milepost
