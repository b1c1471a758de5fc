// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.completed || item.completed->value <= context.facts.today) return;
  sink.report(spot_of(context, *item.completed),
              "was completed " + to_string(item.completed->value) + ", which has not come yet",
              "a day that is planned is the target");
}

}  // namespace

constinit const Rule kDateInFuture{
    .about = {.id = "MP310",
              .slug = "date-in-future",
              .since = "0.1.0",
              .group = RuleGroup::truth,
              .severity = Severity::warning,
              .summary = "something is said to have happened on a day that has not come"},
    .check_item = check};

}  // namespace milepost
