// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What an answer for people lacks because a file or folder could not be read. The JSON has the findings themselves;
// a table would be silent, and an item that is silently absent is taken for one that does not exist.
#pragma once

#include <span>
#include <string>

#include "core/document/finding.h"

namespace milepost {

// One sentence that names the first of them and counts the others; "" when all was read.
[[nodiscard]] std::string describe_left_out(std::span<const Finding> problems);

// `notice` and that sentence, for stderr.
[[nodiscard]] std::string with_left_out(const std::string& notice, std::span<const Finding> problems);

}  // namespace milepost
