// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Sizes: a file has at most 500 lines, a function at most 80. A file may have up to 800, and a function more than 80,
// when tests/architecture/exceptions.txt says why; an entry that is no longer needed fails, so the list stays true.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

inline constexpr int kFileLines = 500;
inline constexpr int kFileCap = 800;
inline constexpr int kFunctionCap = 80;

struct FunctionSize {
  std::string name;
  int line = 0;
  int lines = 0;  // from the line of the opening brace to that of the closing one
};

// Functions that are not inside another: lambdas and local types count for the function around them.
std::vector<FunctionSize> functions_of(const SourceFile& file);

// `exceptions` is the text of exceptions.txt: "file PATH: reason" or "function PATH NAME: reason" on each line.
Violations check_sizes(const std::vector<SourceFile>& files, std::string_view exceptions);

}  // namespace milepost::architecture
