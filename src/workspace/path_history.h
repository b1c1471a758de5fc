// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathHistory: every Markdown path that ever came into being in any commit of any ref, deleted ones too. Asking git for
// it walks all commits, so it is kept in the state folder of the repository together with the commits that it was made
// from; the next question only looks at commits that are new since. The kept file can be deleted at any time, except
// that it also remembers the names of branches that were deleted unmerged.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/file_system.h"
#include "workspace/git.h"
#include "workspace/git_layout.h"

namespace milepost {

struct PathHistory {
  std::vector<std::string> tips;   // the commits that it covers, sorted
  std::vector<std::string> paths;  // from the top of the repository, sorted, each once
};

// One process when no ref has moved, else two. Errors: git.
[[nodiscard]] Result<PathHistory> load_path_history(const FileSystem& files, const Git& git, const GitLayout& layout);

// Markdown files below `folder` (relative; "" : all) of a work tree as they lie there now, tracked or not, sorted. What
// can not be listed is left out; folders of packages, builds and version control are not entered.
[[nodiscard]] std::vector<std::string> list_markdown_paths(const FileSystem& files, const std::string& top,
                                                           const std::string& folder);
// The same for several work trees, by as many threads as the machine has processors.
[[nodiscard]] std::vector<std::vector<std::string>> list_markdown_paths_of_all(const FileSystem& files,
                                                                               const std::vector<std::string>& tops,
                                                                               const std::string& folder);

}  // namespace milepost
