// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What of a git repository can be read from its files, without a process: the folder that all its work trees share, the
// work trees, detached heads. The layout is that of gitrepository-layout(5) and holds for every kind of ref storage.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workspace/file_system.h"

namespace milepost {

struct GitLayout {
  std::string top;     // of the work tree: the folder with `.git`, absolute, canonical
  std::string common;  // absolute, canonical
  // Of this work tree alone (HEAD, index, a merge that is under way); `common` itself in the main one. Absolute.
  std::string directory;
};

// Of the nearest work tree around `folder`, which must be absolute. Nothing where there is none.
[[nodiscard]] std::optional<GitLayout> find_git_layout(const FileSystem& files, const std::string& folder);

// What git is in the middle of in this work tree, so that a commit of single files would be refused or lead astray:
// "a merge", "a rebase", ... "" when nothing is under way.
[[nodiscard]] std::string find_unfinished_work(const FileSystem& files, const GitLayout& layout);

struct GitWorkTree {
  std::string top;            // absolute; it may be gone
  std::string detached_head;  // the commit; "" when a branch is checked out
};

// All work trees of the repository, the main one first unless it is bare.
[[nodiscard]] std::vector<GitWorkTree> list_work_trees(const FileSystem& files, const std::string& common);

}  // namespace milepost
