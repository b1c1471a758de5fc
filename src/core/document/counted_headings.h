// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Counted headings: "## 1. Parser", "## 2. Writer". The number is a count and no id; it says that the sections are
// things of one kind, one after the other. Only a list that counts from the beginning without a gap is one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document/outline.h"

namespace milepost {

struct CountedHeading {
  std::uint32_t heading = 0;        // index into Outline::headings
  std::uint32_t number_length = 0;  // bytes of "1. "
};

// The numbered headings of the first level below the title at which there are any; empty unless there are two or more
// that count 0, 1, 2 or 1, 2, 3. Headings of that level without a number may stand between and behind them.
[[nodiscard]] std::vector<CountedHeading> find_counted_headings(std::string_view bytes, const Outline& outline);

}  // namespace milepost
