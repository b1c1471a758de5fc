// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "days", .number = 60, .summary = "how long active work may rest before it is told"}};

// Work that is seen below it is not at rest, whatever its own document says.
std::optional<Date> newest_below(const ItemContext& context) {
  std::optional<Date> newest;
  for (const ItemKey child : context.links().children) {
    const DocumentHistory* history = context.facts.history->find(context.facts.corpus.document_of(child).path);
    if (history != nullptr && history->touched && (!newest || *newest < *history->touched)) newest = history->touched;
  }
  return newest;
}

void check(const ItemContext& context, FindingSink& sink) {
  if (context.facts.history == nullptr || context.key.item != 0 || !context.is(StatusCategory::active)) return;
  const DocumentHistory* history = context.facts.history->find(context.facts.corpus.document_of(context.key).path);
  if (history == nullptr || !history->touched) return;
  Date last = *history->touched;
  if (context.item.updated) last = std::max(last, context.item.updated->value);
  if (const auto below = newest_below(context)) last = std::max(last, *below);
  const int days = days_between(last, context.facts.today);
  if (days <= context.options.integer("days")) return;
  sink.report(spot_of(context, *context.item.status),
              "is active, yet nobody has touched it since " + to_string(last) + ", " +
                  count_words(static_cast<std::size_t>(days), "day", "days") + " ago",
              "say how it stands: on, blocked, done or given up");
}

}  // namespace

constinit const Rule kStaleActive{.about = {.id = "MP503",
                                            .slug = "stale-active",
                                            .since = "0.1.0",
                                            .group = RuleGroup::git,
                                            .severity = Severity::info,
                                            .stage = RuleStage::preview,
                                            .summary = "an active document that nobody has touched for long",
                                            .options = kOptions},
                                  .check_item = check};

}  // namespace milepost
