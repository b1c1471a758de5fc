// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/log_entries.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "tolerance", .number = 1, .summary = "days that the stated day may lie before the commit"}};

// The day of the last real change, when the document states an older one.
std::optional<Date> newer_change(const RuleFacts& facts, const RuleOptions& options, std::uint32_t document) {
  const DocumentSummary& summary = facts.corpus.documents()[document];
  const DocumentHistory* history = facts.history == nullptr ? nullptr : facts.history->find(summary.path);
  const auto& updated = summary.items.front().updated;
  if (history == nullptr || !history->changed || !updated || facts.today < *history->changed) return std::nullopt;
  const bool is_behind = days_between(updated->value, *history->changed) > options.integer("tolerance");
  return is_behind ? history->changed : std::nullopt;
}

void check(const ItemContext& context, FindingSink& sink) {
  if (context.key.item != 0) return;
  const auto changed = newer_change(context.facts, context.options, context.key.document);
  if (!changed) return;
  const Date updated = context.item.updated->value;
  sink.report(spot_of(context, *context.item.updated),
              "was last updated " + to_string(updated) + ", yet was changed on " + to_string(*changed) + ", " +
                  count_words(static_cast<std::size_t>(days_between(updated, *changed)), "day", "days") + " later",
              "set the day of the last update");
}

void refine(const DocumentContext& context, Finding& finding) {
  const auto changed = newer_change(context.facts, context.options, context.document);
  if (changed && !finding.range.empty()) offer_day(context, finding, *changed);
}

}  // namespace

constinit const Rule kUpdatedBehindHistory{
    .about = {.id = "MP501",
              .slug = "updated-behind-history",
              .since = "0.1.0",
              .group = RuleGroup::git,
              .severity = Severity::warning,
              .stage = RuleStage::preview,
              .fix = FixOffer::safe,
              .summary = "the stated day of the last update is older than the last real change",
              .options = kOptions},
    .check_item = check,
    .refine = refine};

}  // namespace milepost
