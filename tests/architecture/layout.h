// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Layout of files: the licence head, the opening comment of each header, and that each source is built. A source that
// no CMakeLists.txt names is dead code, and a test that is not named is a test that never fails.
#pragma once

#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

// Two SPDX lines in every source; in each header of src/ then "//", 2 to 8 lines of comment, and #pragma once.
Violations check_heads(const std::vector<SourceFile>& files);

// Every .cc is named in the nearest CMakeLists.txt above it.
Violations check_registered(const std::vector<SourceFile>& files);

}  // namespace milepost::architecture
