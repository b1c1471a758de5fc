// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/contradictions.h"

#include <utility>

#include "operations/rule_session.h"

namespace milepost {

Result<std::vector<SpottedFinding>> find_contradictions(const Config& config, const Corpus& corpus, Date today) {
  auto plan = RulePlan::make({rule_adjustments(config), {}, {"form", "leftovers", "git", "hygiene"}, false});
  if (!plan) return std::unexpected(std::move(plan).error());
  auto found = check_without_text(*plan, {corpus, today, nullptr, nullptr});
  std::erase_if(found, [](const SpottedFinding& spotted) { return spotted.finding.severity == Severity::info; });
  return found;
}

}  // namespace milepost
