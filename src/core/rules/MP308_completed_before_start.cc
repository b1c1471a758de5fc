// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.start || !item.completed || item.start->value <= item.completed->value) return;
  sink.report(spot_of(context, *item.completed),
              "was completed " + to_string(item.completed->value) + ", before it started (" +
                  to_string(item.start->value) + ")",
              "one of the two days is wrong");
}

}  // namespace

constinit const Rule kCompletedBeforeStart{.about = {.id = "MP308",
                                                     .slug = "completed-before-start",
                                                     .since = "0.1.0",
                                                     .group = RuleGroup::truth,
                                                     .severity = Severity::warning,
                                                     .summary = "the day of completion lies before the start"},
                                           .check_item = check};

}  // namespace milepost
