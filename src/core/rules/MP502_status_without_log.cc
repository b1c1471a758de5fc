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
    RuleOption{.name = "tolerance", .number = 1, .summary = "days that the entry may lie before the change"}};

// Only documents that keep a log: one entry with a day shows that they do. A later entry may speak of it.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const HistoryFacts* facts = context.facts.history;
  const DocumentHistory* history = facts == nullptr ? nullptr : facts->find(std::string(context.reading.path()));
  if (history == nullptr || !history->status || !item.status) return;
  const StatusChange& change = *history->status;
  if (change.after != item.status->value.category) return;
  const auto entry = find_newest_entry(context);
  if (!entry || days_between(entry->day, change.day) <= context.options.integer("tolerance")) return;
  sink.report(Spot{{context.document, 0}, item.status->where, item.line},
              std::string("went from ") + to_string(change.before) + " to " + to_string(change.after) + " on " +
                  to_string(change.day) + ", and its log ends on " + to_string(entry->day),
              "write down in the log what happened");
}

}  // namespace

constinit const Rule kStatusWithoutLog{.about = {.id = "MP502",
                                                 .slug = "status-without-log",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::git,
                                                 .severity = Severity::info,
                                                 .stage = RuleStage::preview,
                                                 .summary = "the status changed, and the log says nothing of it",
                                                 .options = kOptions},
                                       .check_document = check};

}  // namespace milepost
