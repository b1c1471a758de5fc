// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/log_entries.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "tolerance", .number = 1, .summary = "days that the log may end before the last update"}};

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& updated = context.reading.items().front().updated;
  if (!updated || updated->where.empty()) return;
  const auto entry = find_newest_entry(context);
  if (!entry || days_between(entry->day, updated->value) <= context.options.integer("tolerance")) return;
  sink.report(updated->where,
              "was last updated " + to_string(updated->value) + ", yet its log ends on " + to_string(entry->day),
              "write down in the log what changed");
}

}  // namespace

constinit const Rule kUpdatedNewerThanLog{.about = {.id = "MP314",
                                                    .slug = "updated-newer-than-log",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::truth,
                                                    .severity = Severity::info,
                                                    .stage = RuleStage::preview,
                                                    .summary = "the log ends before the day of the last update",
                                                    .options = kOptions},
                                          .check_document = check};

}  // namespace milepost
