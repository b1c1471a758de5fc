// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The formats in which findings leave the program. A format is a name and one function from the answer to text; all of
// them print the same findings in the same order. The format for people ("text") is drawn by the front end, because it
// depends on the terminal.
#pragma once

#include <string>

#include "operations/check.h"

namespace milepost {

// One line for each finding: path:line:column: severity rule message.
[[nodiscard]] std::string to_short_text(const CheckAnswer& answer);

}  // namespace milepost
