// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/state_folder.h"

#include <algorithm>

#include "workspace/git_layout.h"
#include "workspace/path_gate.h"

namespace milepost {

std::string StateFolder::to_record(const std::string& root) const {
  std::size_t shared = 0;  // up to the slash that ends the folders which both have
  const std::string own = path + '/';
  const std::string other = root == "/" ? root : root + '/';
  for (std::size_t at = 0; at < std::min(own.size(), other.size()) && own[at] == other[at]; ++at) {
    if (own[at] == '/') shared = at + 1;
  }
  std::string relative;
  for (auto up = std::count(own.begin() + static_cast<std::ptrdiff_t>(shared), own.end(), '/'); up > 0; --up) {
    relative += "../";
  }
  return relative + other.substr(shared);
}

std::string StateFolder::from_record(const std::string& root) const { return normalise_path(path + '/' + root); }

StateFolder find_state_folder(const FileSystem& files, const std::string& root) {
  if (const auto git = find_git_layout(files, root)) return {git->common + "/milepost", false};
  return {(root == "/" ? std::string{} : root) + '/' + kStateInRoot, true};
}

}  // namespace milepost
