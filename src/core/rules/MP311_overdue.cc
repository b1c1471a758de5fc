// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.target || !is_open(item) || !item.status || item.status->value.category == StatusCategory::unknown ||
      context.facts.today <= item.target->value)
    return;
  sink.report(
      spot_of(context, *item.target),
      "was due " + to_string(item.target->value) + ", " +
          count_words(static_cast<std::size_t>(days_between(item.target->value, context.facts.today)), "day", "days") +
          " ago",
      "close it, or give it another day");
}

}  // namespace

constinit const Rule kOverdue{.about = {.id = "MP311",
                                        .slug = "overdue",
                                        .since = "0.1.0",
                                        .group = RuleGroup::truth,
                                        .severity = Severity::info,
                                        .summary = "the target day of an open milestone has passed"},
                              .check_item = check};

}  // namespace milepost
