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
  const bool is_missing = !item.status;
  if (is_missing)
    sink.report(Spot{context.key, {}, item.line}, "this milestone states no status",
                "write one, such as planned or active");
}

}  // namespace

constinit const Rule kNoStatus{.about = {.id = "MP603",
                                         .slug = "no-status",
                                         .since = "0.1.0",
                                         .group = RuleGroup::hygiene,
                                         .severity = Severity::info,
                                         .stage = RuleStage::optional,
                                         .summary = "a milestone without a status"},
                               .check_item = check};

}  // namespace milepost
