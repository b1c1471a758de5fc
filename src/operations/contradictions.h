// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Contradictions: where documents say two things that can not both be true: done with open boxes, a percentage that the
// boxes do not bear out, a row in an index that differs from the document that it names. They are what the rules of the
// groups truth and between find without reading a text again, so the dashboard stays quick and agrees with `check`.
#pragma once

#include <vector>

#include "core/rules/rule_runner.h"
#include "workspace/workspace.h"

namespace milepost {

// All of them, by path, line and rule. Errors: usage, when the configuration names a rule that does not exist.
[[nodiscard]] Result<std::vector<SpottedFinding>> find_contradictions(const Config& config, const Corpus& corpus,
                                                                      Date today);

}  // namespace milepost
