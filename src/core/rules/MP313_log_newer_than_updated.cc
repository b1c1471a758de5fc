// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/log_entries.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& updated = context.reading.items().front().updated;
  if (!updated || updated->where.empty()) return;
  const auto entry = find_newest_entry(context);
  if (!entry || entry->day <= updated->value || context.facts.today < entry->day) return;
  Finding& found = sink.report(
      updated->where,
      "was last updated " + to_string(updated->value) + ", yet its log has an entry of " + to_string(entry->day),
      "set the day of the last update");
  offer_day(context, found, entry->day);
}

}  // namespace

constinit const Rule kLogNewerThanUpdated{.about = {.id = "MP313",
                                                    .slug = "log-newer-than-updated",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::truth,
                                                    .severity = Severity::warning,
                                                    .fix = FixOffer::safe,
                                                    .summary = "the log has an entry after the day of the last update"},
                                          .check_document = check};

}  // namespace milepost
