// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The order in which people count: runs of digits compare as numbers, letters without regard to case, so that M2 comes
// before M10. Texts that are equal in that sense fall back to their bytes: the order is total and stable.
#pragma once

#include <compare>
#include <string_view>

namespace milepost {

[[nodiscard]] std::strong_ordering compare_naturally(std::string_view a, std::string_view b);

// Whether `part` occurs in `text`, ASCII letters compared without case.
[[nodiscard]] bool holds_ignoring_case(std::string_view text, std::string_view part);

}  // namespace milepost
