// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/nameless.h"

namespace milepost::execplan {

std::vector<std::string> nameless_lines(const Space& space, const Tree& tree, const Plan& plan) {
  std::vector<std::string> lines;
  for (const Milestone* milestone : nameless_milestones(tree, plan)) {
    const std::string& trouble = milestone->header.trouble;
    const std::string reason =
        trouble.empty() ? "front matter must include execplan_id in EP-YYYYMMDD-NNN format" : trouble;
    lines.push_back(space.absolute(milestone->path) + ": " + reason);
  }
  return lines;
}

}  // namespace milepost::execplan
