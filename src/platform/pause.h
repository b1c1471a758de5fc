// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A pause that the person can end. From the first one on, Ctrl-C and a request to end are heard here and nowhere else,
// so that a program that goes round in a loop ends between two rounds and not in the middle of one.
#pragma once

#include <cstdint>

namespace milepost {

// False when it was asked to end before the time was over.
[[nodiscard]] bool pause_unless_ended(std::uint32_t milliseconds);

}  // namespace milepost
