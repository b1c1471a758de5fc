// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.start || !item.target || item.start->value <= item.target->value) return;
  sink.report(spot_of(context, *item.target),
              "is due " + to_string(item.target->value) + ", before it starts (" + to_string(item.start->value) + ")",
              "one of the two days is wrong");
}

}  // namespace

constinit const Rule kTargetBeforeStart{.about = {.id = "MP307",
                                                  .slug = "target-before-start",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::truth,
                                                  .severity = Severity::warning,
                                                  .summary = "the target day lies before the start"},
                                        .check_item = check};

}  // namespace milepost
