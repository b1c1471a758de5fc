// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Comparing what a command printed with what the page says. Lines are equal or they are not; the only freedom is an
// expected line "...", which stands for any number of lines. Everything else that could vary is fixed by the seams.
#pragma once

#include <string>
#include <vector>

namespace milepost::testing {

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

// The lines that differ, marked "-" (expected) and "+" (printed), with the equal lines around them.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

}  // namespace milepost::testing
