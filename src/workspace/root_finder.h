// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Finds the root that a directory belongs to, and what git says above it. No git process is needed: a work tree is a
// folder with `.git` in it, a folder or (linked work tree, submodule) a file that names the repository.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "workspace/file_system.h"
#include "workspace/ignore_rules.h"
#include "workspace/root_kind.h"

namespace milepost {

struct FoundRoot {
  std::string path;  // canonical
  RootKind kind = RootKind::folder;
};

// The nearest folder upwards with `.git` or `milepost.toml` in it, else the start itself. Errors: io, not_found.
[[nodiscard]] Result<FoundRoot> find_root(const FileSystem& files, const std::string& start);

// The ignore lists that hold for `root` from outside: .gitignore of the folders between it and the top of its work
// tree, and info/exclude. Null when there are none.
[[nodiscard]] std::shared_ptr<const IgnoreChain> load_outer_ignored(const FileSystem& files, const std::string& root);

}  // namespace milepost
