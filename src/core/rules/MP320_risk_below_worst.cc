// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

std::optional<RiskLevel> level_of(const DocumentContext& context, const Record& record, std::string_view role) {
  const auto found = std::ranges::find(record.attributes, role, &Attribute::role);
  if (found == record.attributes.end()) return std::nullopt;
  const auto risk = context.reading.values().risk(found->text);
  return risk ? std::optional(risk->level) : std::nullopt;
}

bool is_over(const Record& record) {
  const auto category = record.status ? record.status->category : StatusCategory::unknown;
  return category == StatusCategory::done || category == StatusCategory::cancelled ||
         category == StatusCategory::archived;
}

// A risk is at least as grave as the lesser of its two sides; with one side alone nothing is said.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_low =
      item.risk && (item.risk->value.level == RiskLevel::low || item.risk->value.level == RiskLevel::medium);
  if (!is_low || !is_open(item) || !mentions(context.bytes(), {"Probability", "Likelihood", "probability"})) return;
  RiskLevel worst = RiskLevel::none;
  std::uint32_t line = 0;
  for (const Record& record : context.reading.document().records) {
    if (record.kind != "risk" || is_over(record)) continue;
    const auto impact = level_of(context, record, "impact");
    const auto probability = level_of(context, record, "probability");
    if (!impact || !probability || std::min(*impact, *probability) <= worst) continue;
    worst = std::min(*impact, *probability);
    line = record.line;
  }
  if (worst <= item.risk->value.level) return;
  sink.report(Spot{{context.document, 0}, item.risk->where, item.line},
              std::string("states the risk as ") + to_string(item.risk->value.level) + ", yet that in line " +
                  std::to_string(line) + " is " + to_string(worst) + " in probability and impact",
              "raise the level, or lower the risk");
}

}  // namespace

constinit const Rule kRiskBelowWorst{.about = {.id = "MP320",
                                               .slug = "risk-below-worst",
                                               .since = "0.1.0",
                                               .group = RuleGroup::truth,
                                               .severity = Severity::warning,
                                               .stage = RuleStage::preview,
                                               .summary = "the stated risk is lower than the worst risk in the list"},
                                     .check_document = check};

}  // namespace milepost
