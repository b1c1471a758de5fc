// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Numbers as people type them: "3", "1.5", "1,5", "1,000". Used where a number and what
// follows it have a meaning together, as in "3 days" and "40%".
#pragma once

#include <optional>
#include <string_view>

namespace milepost {

struct NumberReading {
  double value = 0;
  std::size_t end = 0;  // offset behind it
};

// The number at `at`, which must be its first digit; at most nine digits before the point.
[[nodiscard]] std::optional<NumberReading> number_at(std::string_view text, std::size_t at);
// The next place from `from` on where a number starts: a digit that no letter, digit, point or underscore precedes.
[[nodiscard]] std::size_t find_number(std::string_view text, std::size_t from);

}  // namespace milepost
