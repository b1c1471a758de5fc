// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Components inside a module: x.h and x.cc are one. A module whose components include each other in a circle cannot be
// read, tested or moved in parts, and such knots only grow; so the first circle fails.
#pragma once

#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

Violations check_component_cycles(const std::vector<SourceFile>& files);

// x.cc includes x.h before anything else, which proves in every build that x.h stands alone.
Violations check_own_header_first(const std::vector<SourceFile>& files);

}  // namespace milepost::architecture
