// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The run log: lines that test programs append to the file named by MILEPOST_RUN_LOG, from which ./dev test prints how
// many cases ran and which were skipped, and why. ctest alone cannot tell: it sees one program, not its cases. Without
// the variable nothing is written. Each line goes out in one write, so parallel programs do not mix.
#pragma once

#include <string_view>

namespace milepost::testing {

void log_cases(std::string_view program, int passed, int failed);
void log_skipped(std::string_view program, std::string_view name, std::string_view reason);

}  // namespace milepost::testing
