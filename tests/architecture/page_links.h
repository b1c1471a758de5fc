// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Links of the documentation: what a page names must exist, be it a relative link or a path below src/ or tests/ in
// code ticks. Files move more often than pages are read again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "architecture/source_file.h"

namespace milepost::architecture {

// The Markdown pages at the top of a repository and below docs/, sorted by path.
std::vector<SourceFile> load_pages(const std::string& repository);

using PathExists = std::function<bool(const std::string& path)>;

// The paths that a page names, relative to the repository and without anchor; web addresses are left out, and so is
// everything inside fences.
std::vector<std::string> paths_named_in(const SourceFile& page);

Violations check_links(const std::vector<SourceFile>& pages, const PathExists& exists);

}  // namespace milepost::architecture
