// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The module graph as people see it in ARCHITECTURE.md: the one mermaid block of that page. It must hold exactly the
// edges of the table, so that the picture can not grow old.
#pragma once

#include <string_view>

#include "architecture/modules.h"
#include "architecture/source_file.h"

namespace milepost::architecture {

// The edges of the first mermaid block: lines such as "cli --> operations & render". What is no edge is passed over.
Edges parse_graph(std::string_view page);

// Each edge that only one of the two has.
Violations check_graph(std::string_view page, const Edges& edges);

}  // namespace milepost::architecture
