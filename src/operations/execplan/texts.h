// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The texts that new plans and milestones begin as, in the short form of the `execplan` commands. The keys, their order
// and the headings are those of the family; the words are ours.
#pragma once

#include <string>

namespace milepost::execplan {

struct PlanText {
  std::string id, title, kind, domain, owner, date;
};
[[nodiscard]] std::string write_plan(const PlanText& plan);

struct MilestoneText {
  std::string plan_id, title, domain, owner, date;
  int sequence = 1;
};
[[nodiscard]] std::string write_milestone(const MilestoneText& milestone);

// "MS003"
[[nodiscard]] std::string three_digits(int number);

}  // namespace milepost::execplan
