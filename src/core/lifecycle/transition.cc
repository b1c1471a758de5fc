// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/transition.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace milepost {
namespace {

using enum StatusCategory;

struct StepRow {
  const char* name;
  StatusCategory target;
  std::array<StatusCategory, 3> from;  // the others are refused; `unknown` fills the row
  std::string_view advice;             // what to do when the present status is another one
};

constexpr std::array<StepRow, 8> kSteps{{
    {"start", active, {planned, blocked, unknown}, "`milepost reopen` takes it back first"},
    {"block", blocked, {planned, active, unknown}, "`milepost reopen` takes it back first"},
    {"unblock", active, {blocked, unknown, unknown}, "only what is blocked can be unblocked"},
    {"complete", done, {planned, active, blocked}, "`milepost reopen` takes it back first"},
    {"cancel", cancelled, {planned, active, blocked}, "`milepost reopen` takes it back first"},
    {"reopen", active, {done, cancelled, archived}, "only what is done, cancelled or archived can be reopened"},
    {"archive", archived, {done, cancelled, unknown}, "`milepost complete` or `milepost cancel` ends it first"},
    {"unarchive", done, {archived, unknown, unknown}, "only what is archived can be taken back"},
}};

const StepRow& row_of(Step step) { return kSteps[static_cast<std::size_t>(step)]; }

// Words that are longer are sentences about one milestone, not the word of a repository.
constexpr std::size_t kLongestWord = 24;

std::string written_word(const Status& status) {
  std::string word = status.text;
  if (const std::size_t note = word.rfind(status.note); !status.note.empty() && note != std::string::npos)
    word.resize(note);
  while (!word.empty() && std::string_view(" \t-:,;(").find(word.back()) != std::string_view::npos) word.pop_back();
  return word;
}

bool has_field(const ParsedDocument& document, std::string_view role) {
  return std::ranges::any_of(document.document.fields, [&](const FieldValue& field) { return field.role == role; });
}

bool has_log(const Document& document) {
  return std::ranges::any_of(document.sections, [](const Section& section) { return section.kind == "log"; });
}

std::string log_text(const ParsedDocument& document, std::size_t item, const StepRequest& request) {
  const auto& status = document.document.items[item].status;
  const std::string before = status ? written_word(status->value) : std::string();
  std::string text = "Status: " + (before.empty() ? request.word : before + " → " + request.word);
  if (!request.reason.empty()) text += " (" + request.reason + ")";
  return text;
}

}  // namespace

const char* to_string(Step step) { return row_of(step).name; }

StatusCategory target_of(Step step) { return row_of(step).target; }

Result<std::string> choose_status_word(const Corpus& corpus, ItemKey key, const Dialect& dialect,
                                       StatusCategory category) {
  const DocumentSummary& own = corpus.document_of(key);
  const ItemKind kind = corpus.item(key).kind;
  const Carrier carrier = corpus.item(key).status ? corpus.item(key).status->carrier : Carrier::body;
  std::map<std::string, int> uses;
  for (const DocumentSummary& document : corpus.documents()) {
    if (document.dialect != own.dialect) continue;
    for (const Item& item : document.items) {
      const bool alike = item.kind == kind && item.status && item.status->carrier == carrier;
      if (!alike || item.status->value.category != category) continue;
      std::string word = written_word(item.status->value);
      if (!word.empty() && word.size() <= kLongestWord) ++uses[std::move(word)];
    }
  }
  const auto most = std::ranges::max_element(uses, {}, [](const auto& use) { return use.second; });
  if (most != uses.end()) return most->first;
  const LifeStages& stages = stages_of(dialect.life, kind);
  const bool is_key = carrier == Carrier::front_matter;
  const std::string& word = is_key ? stages.status_words.at(index_of(category)) : status_label(stages, category);
  if (!word.empty()) return word;
  return fail(ErrorKind::usage,
              "documents of the dialect '" + dialect.name + "' have no status for '" + to_string(category) + "'");
}

Result<void> check_step(const Item& item, const Dialect& dialect, Step step) {
  if (!item.status || item.status->value.category == unknown) return {};
  const StatusCategory from = item.status->value.category;
  const StepRow& row = row_of(step);
  const LifeStages& stages = stages_of(dialect.life, item.kind);
  const bool natural = std::ranges::find(row.from, from) != row.from.end();
  const bool admitted = natural && (stages.steps.empty() || is_legal_step(stages, from, row.target));
  if (admitted || from == row.target) return {};
  auto failure = fail(ErrorKind::refused, std::string("a milestone with the status '") + item.status->value.text +
                                              "' does not take the step '" + row.name + "'");
  failure.error().hints.emplace_back(natural ? "the dialect '" + dialect.name +
                                                   "' does not know this step; `milepost set status` writes any word"
                                             : std::string(row.advice));
  return failure;
}

std::vector<EditRequest> plan_step_fields(const ParsedDocument& document, std::size_t item,
                                          const StepRequest& request) {
  std::vector<EditRequest> requests;
  const Item& stated = document.document.items[item];
  const bool whole = item == 0;
  const std::string today = to_string(request.today);
  requests.emplace_back(SetField{"status", request.word});
  if (stated.updated || (whole && has_field(document, "updated"))) requests.emplace_back(SetField{"updated", today});
  const bool has_completed = stated.completed || (whole && has_field(document, "completed"));
  if (request.step == Step::complete && has_completed) requests.emplace_back(SetField{"completed", today});
  if (request.step == Step::reopen && stated.completed) requests.emplace_back(UnsetField{"completed"});
  // A log is kept where there is one; a reason makes one where the family has logs.
  const bool family_logs = document.dialect != nullptr && stages_of(document.dialect->life, stated.kind).log_on_change;
  const bool logs = has_log(document.document) || (family_logs && !request.reason.empty());
  if (whole && logs) requests.emplace_back(AddLog{today, log_text(document, item, request)});
  return requests;
}

}  // namespace milepost
