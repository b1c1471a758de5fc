// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What is to be said of suppressions themselves: not understood, without the reason that the repository asks for,
// expired, or of no use. They are findings like all others, except that no comment silences them.
#pragma once

#include <vector>

#include "core/base/date.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_plan.h"
#include "core/rules/suppressions.h"

namespace milepost {

struct JudgedSuppressions {
  const std::vector<Suppression>& all;
  const std::vector<bool>& is_used;
  const RuleStates& states;
  Date today;
  bool needs_reason = false;
};

void judge_suppressions(const JudgedSuppressions& judged, std::vector<SpottedFinding>& into);

}  // namespace milepost
