// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The modules and the edges that are allowed between them. The table is cmake/module_edges.txt, the one that the build
// and ARCHITECTURE.md use too. It must itself be sane: no cycle, no edge between two front ends.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

using Edges = std::vector<std::pair<std::string, std::string>>;

Edges parse_edges(std::string_view table);

// The module of a path below src/: "base" for src/core/base/x.h, "main" for src/main.cc, "" when it is in none.
std::string module_of(std::string_view path);

bool is_allowed(const Edges& edges, std::string_view from, std::string_view to);

Violations check_edges(const Edges& edges);

// Every include of ours exists, follows an edge, and does not come from a test or from another front end.
Violations check_includes(const std::vector<SourceFile>& files, const Edges& edges);

}  // namespace milepost::architecture
