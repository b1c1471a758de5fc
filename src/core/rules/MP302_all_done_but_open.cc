// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// All boxes may be ticked while the work is looked at, merged or released.
constexpr std::array<std::string_view, 13> kLastSteps{"wrap",     "review",  "test",   "merge", "release",
                                                      "verif",    "valid",   "deploy", "qa",    "polish",
                                                      "complete", "monitor", "rollout"};

bool waits_for_last_step(const Status& status) {
  return std::ranges::any_of(kLastSteps, [&](std::string_view word) {
    return contains_ignoring_case(status.text, word) || contains_ignoring_case(status.note, word);
  });
}

void check(const ItemContext& context, FindingSink& sink) {
  const Progress& progress = context.item.progress;
  // One box says little, and an overview has work elsewhere.
  const bool counts_itself = progress.boxes.total + progress.tasks.total > 1 && context.item.kind != ItemKind::overview;
  const bool is_under_way = context.is(StatusCategory::active) || context.is(StatusCategory::planned);
  if (!is_under_way || !counts_itself || progress.computed.value_or(0) < 100) return;
  const Status& status = context.item.status->value;
  if (status.category == StatusCategory::active && waits_for_last_step(status)) return;
  sink.report(spot_of(context, *context.item.status),
              "says " + std::string(to_string(status.category)) + ", yet " + progress_words(progress),
              "close it, or write down what is still to be done");
}

}  // namespace

constinit const Rule kAllDoneButOpen{.about = {.id = "MP302",
                                               .slug = "all-done-but-open",
                                               .since = "0.1.0",
                                               .group = RuleGroup::truth,
                                               .severity = Severity::warning,
                                               .summary = "everything is done, but the status is not"},
                                     .check_item = check};

}  // namespace milepost
