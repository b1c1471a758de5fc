// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// --ms: the number of a milestone, 1..999. It is text to the parser, because a wrong one has a message of its own in
// this family.
#pragma once

#include <optional>

#include "operations/execplan/space.h"

namespace milepost::execplan {

inline constexpr Parameter kSequenceParameter{
    .name = "ms", .kind = ParameterKind::text, .value_name = "N", .summary = "number of the milestone, 1 to 999"};

[[nodiscard]] Result<std::optional<int>> parse_sequence_option(const Arguments& arguments);

}  // namespace milepost::execplan
