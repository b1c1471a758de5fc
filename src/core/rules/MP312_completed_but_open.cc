// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.completed || !item.status || item.completed->value > context.facts.today ||
      (item.status->value.category != StatusCategory::planned && item.status->value.category != StatusCategory::active))
    return;
  sink.report(spot_of(context, *item.status),
              "says " + std::string(to_string(item.status->value.category)) + ", yet was completed " +
                  to_string(item.completed->value),
              "make the status and the day agree");
}

}  // namespace

constinit const Rule kCompletedButOpen{.about = {.id = "MP312",
                                                 .slug = "completed-but-open",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::truth,
                                                 .severity = Severity::warning,
                                                 .summary = "a day of completion, but an open status"},
                                       .check_item = check};

}  // namespace milepost
