// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "core/base/ascii.h"
#include "core/render/json_writer.h"
#include "core/rules/catalog.h"
#include "operations/formats/writers.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::size_t kResultsMost = 25'000;  // GitHub refuses a file with more
constexpr std::string_view kRoot = "SRCROOT";

using RuleIndex = std::map<std::string_view, std::size_t>;  // by id

std::string_view level_of(Severity severity) { return severity == Severity::info ? "note" : to_string(severity); }

// A path as a URI reference: every byte that could mean something else is escaped.
std::string to_uri(std::string_view path) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
  }
  return uri;
}

// In a message "[text](target)" is a link and "{0}" an argument; a document can not smuggle in either.
std::string to_plain_message(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    plain += text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if ((text[i] == ']' && next == '(') || (text[i] == '{' && is_digit(next))) plain += ' ';
  }
  return plain;
}

// "done-but-open" is named DoneButOpen.
std::string pascal_name(std::string_view slug) {
  std::string name;
  bool is_start = true;
  for (const char c : slug) {
    if (c != '-') name += is_start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    is_start = c == '-';
  }
  return name;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).begin_object().field("text", text).end_object();
}

void write_rule(JsonWriter& json, const Rule& rule) {
  const RuleDescriptor& about = rule.about;
  std::string summary(about.summary);
  if (!summary.empty() && summary.front() >= 'a' && summary.front() <= 'z')
    summary.front() = static_cast<char>(summary.front() - 32);
  summary += '.';
  json.begin_object().field("id", about.id).field("name", pascal_name(about.slug));
  write_text(json, "shortDescription", summary);
  write_text(json, "fullDescription", summary);
  json.key("help").begin_object();
  json.field("text", summary + " `milepost explain " + std::string(about.id) + "` shows why, with examples.");
  json.field("markdown", page_of(rule)).end_object();
  Finding named;
  named.id = about.id;
  json.field("helpUri", rule_uri(named));
  json.key("defaultConfiguration").begin_object().field("level", level_of(about.severity)).end_object();
  json.key("properties").begin_object().key("tags").begin_array();
  json.string("milestones").string(to_string(about.group)).end_array();
  json.field("problem.severity", about.severity == Severity::info ? "recommendation" : to_string(about.severity));
  json.field("precision", about.stage == RuleStage::preview ? "medium" : "high").end_object().end_object();
}

void write_region(JsonWriter& json, std::string_view key, const PlaceSpan& span) {
  json.key(key).begin_object().field("startLine", std::max(span.begin.line, 1U));
  if (span.begin.utf16_column > 0) {
    json.field("startColumn", span.begin.utf16_column).field("endLine", span.end.line);
    json.field("endColumn", span.end.utf16_column);
  }
  json.end_object();
}

void write_artifact(JsonWriter& json, std::string_view uri) {
  json.key("artifactLocation").begin_object().field("uri", uri).field("uriBaseId", kRoot).end_object();
}

void write_fixes(JsonWriter& json, const CheckedFinding& checked, std::string_view uri) {
  json.key("fixes").begin_array();
  for (std::size_t i = 0; i < checked.fix_spans.size(); ++i) {
    const std::vector<PlaceSpan>& spans = checked.fix_spans[i];
    if (spans.empty()) continue;
    const Fix& fix = checked.finding.fixes[i];
    json.begin_object();
    write_text(json, "description", fix.what + (fix.safety == FixSafety::safe ? "" : " (unsafe)") + ".");
    json.key("artifactChanges").begin_array().begin_object();
    write_artifact(json, uri);
    json.key("replacements").begin_array();
    for (std::size_t e = 0; e < spans.size(); ++e) {
      json.begin_object();
      write_region(json, "deletedRegion", spans[e]);
      write_text(json, "insertedContent", fix.files.front().edits[e].replacement);
      json.end_object();
    }
    json.end_array().end_object().end_array().end_object();
  }
  json.end_array();
}

// Leaves the object open, for what only some results say.
void begin_result(JsonWriter& json, const CheckAnswer& answer, const CheckedFinding& checked, const RuleIndex& rules) {
  const Finding& finding = checked.finding;
  const std::string uri = to_uri(repository_path(answer, checked));
  json.begin_object().field("ruleId", finding.id).field("ruleIndex", rules.at(finding.id));
  json.field("level", level_of(finding.severity));
  write_text(json, "message", to_plain_message(full_message(finding)));
  json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
  write_artifact(json, uri);
  write_region(json, "region", checked.span);
  json.end_object().end_object().end_array();
  const std::string fingerprint = unique_fingerprint(checked);
  json.key("partialFingerprints").begin_object().field("primaryLocationLineHash", fingerprint);
  json.field("milepost/v1", fingerprint).end_object();
  const bool has_fixes = std::ranges::any_of(checked.fix_spans, [](const auto& spans) { return !spans.empty(); });
  if (has_fixes) write_fixes(json, checked, uri);
}

void write_silenced(JsonWriter& json, const CheckAnswer& answer, const SilencedFinding& silenced,
                    const RuleIndex& rules) {
  begin_result(json, answer, silenced.checked, rules);
  json.key("suppressions").begin_array().begin_object();
  json.field("kind", silenced.is_by_comment ? "inSource" : "external").field("status", "accepted");
  const std::string_view reason =
      silenced.is_by_comment ? std::string_view(silenced.reason) : "The baseline of the repository knows it.";
  if (!reason.empty()) json.field("justification", reason);
  json.end_object().end_array().end_object();
}

RuleIndex index_rules(const CheckAnswer& answer) {
  RuleIndex rules;
  for (const CheckedFinding& checked : answer.findings) rules[checked.finding.id];
  for (const SilencedFinding& silenced : answer.silenced) rules[silenced.checked.finding.id];
  std::size_t next = 0;
  for (auto& [id, index] : rules) index = next++;
  return rules;
}

void write_tool(JsonWriter& json, const RuleIndex& rules) {
  json.key("tool").begin_object().key("driver").begin_object().field("name", "milepost");
  json.field("version", program_version()).field("semanticVersion", program_version());
  json.field("informationUri", "urn:milepost").key("rules").begin_array();
  for (const auto& [id, index] : rules) write_rule(json, *find_rule(id));
  json.end_array().end_object().end_object();
}

void write_invocation(JsonWriter& json, const CheckAnswer& answer, std::size_t left_out) {
  json.key("invocations").begin_array().begin_object().field("executionSuccessful", true);
  json.field("exitCode", exit_code_of(answer.fails ? Outcome::findings : Outcome::done));
  if (left_out > 0) {
    json.key("toolExecutionNotifications").begin_array().begin_object().field("level", "warning");
    write_text(json, "message", std::to_string(left_out) + " results of the least severity were left out.");
    json.end_object().end_array();
  }
  json.end_object().end_array();
}

}  // namespace

std::string to_sarif(const CheckAnswer& answer) {
  const RuleIndex rules = index_rules(answer);
  std::vector<const CheckedFinding*> findings = by_severity(answer);
  const std::size_t kept = std::min(findings.size(), kResultsMost);
  const std::size_t kept_silenced = std::min(answer.silenced.size(), kResultsMost - kept);
  const std::size_t left_out = findings.size() - kept + answer.silenced.size() - kept_silenced;
  std::string text;
  JsonWriter json(text);
  json.begin_object().field("$schema", kSchema).field("version", "2.1.0").key("runs").begin_array().begin_object();
  write_tool(json, rules);
  json.field("columnKind", "utf16CodeUnits").key("originalUriBaseIds").begin_object().key(kRoot).begin_object();
  write_text(json, "description", "The top of the repository.");
  json.end_object().end_object();
  json.key("automationDetails").begin_object().field("id", "milepost/").end_object();
  write_invocation(json, answer, left_out);
  json.key("results").begin_array();
  for (std::size_t i = 0; i < kept; ++i) {
    begin_result(json, answer, *findings[i], rules);
    json.end_object();
  }
  for (std::size_t i = 0; i < kept_silenced; ++i) write_silenced(json, answer, answer.silenced[i], rules);
  json.end_array().end_object().end_array().end_object();
  return to_indented_json(text) + "\n";
}

}  // namespace milepost
