// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Purity: src/core takes values and gives values. No files, clock, environment, threads, terminal or hidden chance, so
// that it can be fuzzed, run in parallel and given any day as today. Library headers stay out of public headers, so
// that a library can be replaced where it is wrapped.
#pragma once

#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

Violations check_purity(const std::vector<SourceFile>& files);
Violations check_library_headers(const std::vector<SourceFile>& files);

}  // namespace milepost::architecture
