// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/document/normalise/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool is_listed(const std::string& text, const LifeStages& stages) {
  const std::string folded = fold_phrase(text);
  const auto says = [&](const std::string& word) { return !word.empty() && fold_phrase(word) == folded; };
  return std::ranges::any_of(stages.statuses, says) || std::ranges::any_of(stages.status_words, says);
}

std::string in_words(const LifeStages& stages) {
  std::string words;
  for (const std::string& word : stages.statuses) words += (words.empty() ? "" : ", ") + word;
  return words;
}

// Only front matter: programs read it, and a line for people may say more.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  if (!item.status || item.status->carrier != Carrier::front_matter) return;
  const Status& status = item.status->value;
  const LifeStages& stages = stages_of(context.reading.dialect().life, item.kind);
  if (status.category == StatusCategory::unknown || stages.statuses.empty() || is_listed(status.text, stages)) return;
  const std::string& word = stages.status_words.at(index_of(status.category));
  Finding& found =
      sink.report(item.status->where, "'" + status.text + "' is understood, but it is no status word of this family",
                  "use one of: " + in_words(stages));
  const bool is_plain = context.text(item.status->where) == status.text;
  if (is_plain && !word.empty())
    found.fixes.push_back(fix_here(context, "write '" + word + "'", FixSafety::safe, {{item.status->where, word}}));
}

}  // namespace

constinit const Rule kStatusNotListed{.about = {.id = "MP109",
                                                .slug = "status-not-listed",
                                                .since = "0.1.0",
                                                .group = RuleGroup::form,
                                                .severity = Severity::info,
                                                .stage = RuleStage::optional,
                                                .fix = FixOffer::safe,
                                                .summary = "a status that is understood, in a word of another family"},
                                      .check_document = check};

}  // namespace milepost
