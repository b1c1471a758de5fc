// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (item.kind != ItemKind::milestone || !is_open(item)) return;
  const bool is_missing = !item.target;
  if (is_missing)
    sink.report(Spot{context.key, {}, item.line}, "this milestone has no target day",
                "give it one, so that being late can be seen");
}

}  // namespace

constinit const Rule kNoTarget{.about = {.id = "MP602",
                                         .slug = "no-target",
                                         .since = "0.1.0",
                                         .group = RuleGroup::hygiene,
                                         .severity = Severity::info,
                                         .stage = RuleStage::optional,
                                         .summary = "an open milestone without a target day"},
                               .check_item = check};

}  // namespace milepost
