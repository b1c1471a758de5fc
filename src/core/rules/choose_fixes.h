// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Choosing fixes: of all that findings offer, those that can be made together in one round. Two fixes that want the
// same bytes never meet: the rule with the lower number goes first, and of one rule what stands first. The other waits
// for the next round, where it is offered again if it is still true. The order is fixed, so a round never depends on
// threads or on the order of files.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/document/finding.h"

namespace milepost {

struct ChosenFix {
  const Finding* finding = nullptr;
  const Fix* fix = nullptr;
};

struct WaitingFix {
  ChosenFix waits;
  const Finding* for_whom = nullptr;
};

struct FixRound {
  std::vector<ChosenFix> chosen;
  std::vector<WaitingFix> waiting;
};

// Whether a fix may be made at all: how safe it is, which files may change, what a person said to it.
using FixFilter = std::function<bool(const Finding&, const Fix&)>;

// Borrows the findings. Of each the first fix that may be made is taken.
[[nodiscard]] FixRound choose_fixes(std::span<const Finding> findings, const FixFilter& may_be_made);

}  // namespace milepost
