// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Git hooks: where git looks for the hook of a repository. A new one is made as a change below the common git folder
// (`init --hooks`), so that it is never half there, overwrites nothing, and `undo` takes it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

class FileSystem;

struct HookPlace {
  std::string path;        // absolute
  std::string folder;      // the common git folder, which it lies below
  bool is_taken = false;   // a hook of this name is there
  bool is_custom = false;  // the repository says where its hooks are (core.hooksPath): `path` is not the place
};

// Nothing where there is no repository. Of the configuration only the repository's own file is read.
[[nodiscard]] std::optional<HookPlace> find_hook_place(const FileSystem& files, const std::string& root,
                                                       std::string_view name);

}  // namespace milepost
