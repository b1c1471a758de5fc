// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (!item.created || !item.updated || item.created->value <= item.updated->value) return;
  sink.report(spot_of(context, *item.updated),
              "was last updated " + to_string(item.updated->value) + ", before it was created (" +
                  to_string(item.created->value) + ")",
              "one of the two days is wrong");
}

}  // namespace

constinit const Rule kUpdatedBeforeCreated{
    .about = {.id = "MP309",
              .slug = "updated-before-created",
              .since = "0.1.0",
              .group = RuleGroup::truth,
              .severity = Severity::warning,
              .summary = "the day of the last update lies before that of the creation"},
    .check_item = check};

}  // namespace milepost
