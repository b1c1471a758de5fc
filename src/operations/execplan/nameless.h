// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Milestones of a plan's folder that do not say whose they are: they are told beside every answer about the plan, so
// that one broken file neither hides itself nor stops the others.
#pragma once

#include <string>
#include <vector>

#include "operations/execplan/space.h"

namespace milepost::execplan {

// "<path>: <reason>"
[[nodiscard]] std::vector<std::string> nameless_lines(const Space& space, const Tree& tree, const Plan& plan);

}  // namespace milepost::execplan
