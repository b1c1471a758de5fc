// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Progress& progress = context.item.progress;
  const bool counts_itself = progress.boxes.total + progress.tasks.total > 0;
  if (!context.is(StatusCategory::done) || !counts_itself || progress.computed.value_or(100) >= 100) return;
  sink.report(spot_of(context, *context.item.status), "says done, yet " + progress_words(progress),
              "tick what is done, move the rest to where it will be done, or take the status back");
}

}  // namespace

constinit const Rule kDoneButOpen{.about = {.id = "MP301",
                                            .slug = "done-but-open",
                                            .since = "0.1.0",
                                            .group = RuleGroup::truth,
                                            .severity = Severity::warning,
                                            .summary = "a done milestone with open boxes or tasks"},
                                  .check_item = check};

}  // namespace milepost
