// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The registry of an ExecPlan tree: what is wrong with its plans, and registry.json. The file has the form of schema
// version 1 (two blanks, sorted keys, ASCII) with one key more: the milestones of each plan. Format and messages:
// docs/formats/execplan.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/execplan/tree.h"

namespace milepost::execplan {

enum class IssueLevel : std::uint8_t { error, warning };

struct Issue {
  IssueLevel level = IssueLevel::error;
  std::string path;  // as shown; "" when it is about several files
  std::string message;
};

struct Registry {
  std::vector<const Plan*> plans;  // valid ones, by id
  std::vector<Issue> issues;
  std::size_t discovered = 0;

  [[nodiscard]] std::size_t count(IssueLevel level) const;
};

// `shown` is put before the paths of plans: the folder of all plans relative to the root, or absolute when outside.
[[nodiscard]] Registry check_registry(const Tree& tree, const std::string& shown);

// `timestamp` is "YYYY-MM-DDTHH:MM:SSZ", "" for none.
[[nodiscard]] std::string format_registry(const Tree& tree, const Registry& registry, const std::string& shown,
                                          const std::string& timestamp);

[[nodiscard]] const std::vector<std::string_view>& plan_kinds();    // sorted
[[nodiscard]] const std::vector<std::string_view>& plan_domains();  // sorted
// "['backend', 'frontend']"
[[nodiscard]] std::string quoted_list(const std::vector<std::string_view>& words);

}  // namespace milepost::execplan
