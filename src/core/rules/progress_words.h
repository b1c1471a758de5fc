// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Progress in words, for messages: "3 of 8 boxes are done". It exists so that all rules say the same thing with the
// same sentence, and never "100 %" while something is open.
#pragma once

#include <string>

#include "core/document/item.h"

namespace milepost {

// What is done: boxes or tasks where one of them tells the whole, else the percentage.
[[nodiscard]] std::string progress_words(const Progress& progress);

// "37.5 %", without decimals where there are none.
[[nodiscard]] std::string percent_words(double percent);

// "1 box", "3 boxes"
[[nodiscard]] std::string count_words(std::size_t count, const char* one, const char* many);

}  // namespace milepost
