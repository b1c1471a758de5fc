// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "most", .number = 80, .summary = "boxes and tasks that are not too many"}};

void check(const ItemContext& context, FindingSink& sink) {
  const Item& item = context.item;
  if (item.kind != ItemKind::milestone || !is_open(item)) return;
  const std::int64_t count = std::int64_t{item.progress.boxes.total} + item.progress.tasks.total;
  if (count <= context.options.integer("most")) return;
  sink.report(Spot{context.key, {}, item.line}, "this milestone has " + std::to_string(count) + " boxes and tasks",
              "several smaller milestones are easier to finish and to follow");
}

}  // namespace

constinit const Rule kMilestoneTooLarge{.about = {.id = "MP604",
                                                  .slug = "milestone-too-large",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::hygiene,
                                                  .severity = Severity::info,
                                                  .summary = "an open milestone with very many boxes and tasks",
                                                  .options = kOptions},
                                        .check_item = check};

}  // namespace milepost
