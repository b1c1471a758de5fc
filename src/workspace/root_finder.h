// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Finds the root that a directory belongs to, and what git says above it. No git process is needed: a work tree is a
// folder with `.git` in it, a folder or (linked work tree, submodule) a file that names the repository.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

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

// The ignore lists that hold for a root from outside.
struct OuterIgnored {
  std::shared_ptr<const IgnoreChain> chain;  // null when there are none
  std::vector<std::string> texts;            // what the lists say, to see whether they have changed
};

// .gitignore of the folders between `root` and the top of its work tree, and info/exclude of the repository.
[[nodiscard]] OuterIgnored load_outer_ignored(const FileSystem& files, const std::string& root);

}  // namespace milepost
