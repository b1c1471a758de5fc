// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Git hooks: where git looks for the hook of a repository, and a new file there. It is no document and belongs to
// nobody's change, so it goes past the journal; but like there, what is already there is never overwritten.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

class FileSystem;
class FileWriter;

struct HookPlace {
  std::string path;        // absolute
  bool is_taken = false;   // a hook of this name is there
  bool is_custom = false;  // the repository says where its hooks are (core.hooksPath): `path` is not the place
};

// Nothing where there is no repository. Of the configuration only the repository's own file is read.
[[nodiscard]] std::optional<HookPlace> find_hook_place(const FileSystem& files, const std::string& root,
                                                       std::string_view name);

// Makes a file that can be run. Errors: conflict (it is there), io; then no half of it stays.
[[nodiscard]] Result<void> write_new_program(const FileWriter& writer, const std::string& path, std::string_view text);

}  // namespace milepost
