// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// WriteGate: lets a path of an edit plan through to be written, or says why not. Nothing outside the root is ever
// written, whether `..`, an absolute path or a link leads there, and nothing that belongs to git or to milepost itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/change_site.h"

namespace milepost {

struct GatedPath {
  std::string path;                  // relative to the root, all folders without links
  std::optional<FileStat> stat;      // of what stands there now; a link is not followed
  std::vector<std::string> missing;  // folders above it that are not there yet, parents first
  std::string nearest_folder;        // the lowest folder above it that is there
};

// Errors: usage (not inside the root, not a path that may be written), io.
[[nodiscard]] Result<GatedPath> gate_write(const ChangeSite& site, const std::string& path);

// Where a link in the tree leads, relative to the root. Errors: usage (out of the root), io.
[[nodiscard]] Result<std::string> follow_link(const ChangeSite& site, const std::string& path);

}  // namespace milepost
