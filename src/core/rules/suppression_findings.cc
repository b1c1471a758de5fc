// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/suppression_findings.h"

#include <algorithm>
#include <utility>

#include "core/rules/catalog.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

class Judge {
 public:
  Judge(const JudgedSuppressions& judged, std::vector<SpottedFinding>& into) : judged_(judged), into_(into) {}

  void judge(std::size_t index) {
    const Suppression& found = judged_.all[index];
    if (!found.trouble.empty()) return report(kSuppressionNotUnderstood, found, found.trouble, found.advice);
    if (judged_.needs_reason && found.reason.empty()) {
      report(kSuppressionWithoutReason, found, "this repository asks for a reason, and '" + found.words + "' has none",
             "write it behind a colon: '" + found.words + ": why'");
    }
    if (found.until && *found.until < judged_.today) {
      report(kSuppressionExpired, found, "this holds until " + to_string(*found.until) + ", which has passed",
             "mend what it silenced, or give it another day");
    } else if (!judged_.is_used[index] && ran(found)) {
      report(kSuppressionUnused, found, "nothing is found here that '" + found.words + "' would silence",
             "remove the comment");
    }
  }

 private:
  // A rule that did not run could not find anything, which says nothing about the comment.
  [[nodiscard]] bool ran(const Suppression& found) const {
    const auto is_on = [&](std::size_t rule) { return judged_.states[rule].is_on; };
    return std::ranges::any_of(found.rules, is_on) && std::ranges::all_of(found.rules, [&](std::size_t rule) {
             return is_on(rule) || rules()[rule]->about.stage != RuleStage::standard;
           });
  }

  void report(const Rule& rule, const Suppression& found, std::string message, std::string advice) {
    const RuleState& state = judged_.states[index_of(rule)];
    if (!state.is_on) return;
    FindingSink sink(rule, state.severity, {}, into_);
    sink.report(found.where, std::move(message), std::move(advice));
  }

  const JudgedSuppressions& judged_;
  std::vector<SpottedFinding>& into_;
};

}  // namespace

void judge_suppressions(const JudgedSuppressions& judged, std::vector<SpottedFinding>& into) {
  Judge judge(judged, into);
  for (std::size_t i = 0; i < judged.all.size(); ++i) judge.judge(i);
}

}  // namespace milepost
