// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// UnifiedPatch: edits shown as a patch that `git apply` accepts: content changes, new files, renames and removals, with
// three lines of context. The hunks come from the edits themselves, not from a comparison, so the patch shows exactly
// what would be written. Format: git-diff(1), "Generating patch text with -p".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/text_edit.h"

namespace milepost {

struct PatchFile {
  std::string old_path;        // "" : the file is new
  std::string new_path;        // "" : the file goes away; equal to old_path: it stays
  std::string_view old_bytes;  // borrows from: the caller; "" for a new file
  std::vector<TextEdit> edits;
};

// The patch of one file; "" when nothing changes. Errors: internal when the edits overlap.
[[nodiscard]] Result<std::string> format_patch(const PatchFile& file);

}  // namespace milepost
