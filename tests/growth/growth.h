// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The sizes at which the growth of reading is measured, agreed between the probe and the test that judges it. The
// second is twice the first, so linear work doubles.
#pragma once

#include <array>
#include <cstddef>

namespace milepost::testing {

inline constexpr std::array<std::size_t, 3> kSizes{8192, 16384, 32768};

}  // namespace milepost::testing
