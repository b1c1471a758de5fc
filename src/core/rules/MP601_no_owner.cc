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
  const bool is_missing = !item.owner;
  if (is_missing) sink.report(Spot{context.key, {}, item.line}, "nobody owns this milestone", "name an owner");
}

}  // namespace

constinit const Rule kNoOwner{.about = {.id = "MP601",
                                        .slug = "no-owner",
                                        .since = "0.1.0",
                                        .group = RuleGroup::hygiene,
                                        .severity = Severity::info,
                                        .stage = RuleStage::optional,
                                        .summary = "an open milestone without an owner"},
                              .check_item = check};

}  // namespace milepost
