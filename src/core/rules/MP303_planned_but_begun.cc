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
  const double computed = progress.computed.value_or(0);
  const bool counts_itself = progress.boxes.total + progress.tasks.total > 0;
  if (!context.is(StatusCategory::planned) || !counts_itself || computed <= 0 || computed >= 100) return;
  if (context.item.status->value.text.find('%') != std::string::npos) return;  // "pending (60 % pre-done)" says it
  sink.report(spot_of(context, *context.item.status), "says planned, yet " + progress_words(progress),
              "set the status to what the work says");
}

}  // namespace

constinit const Rule kPlannedButBegun{.about = {.id = "MP303",
                                                .slug = "planned-but-begun",
                                                .since = "0.1.0",
                                                .group = RuleGroup::truth,
                                                .severity = Severity::warning,
                                                .summary = "a planned milestone of which something is done"},
                                      .check_item = check};

}  // namespace milepost
