// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathGate: the only way from a path that somebody typed to a file of the workspace. It refuses what lies outside the
// root, by `..`, by an absolute path or by a link.
#pragma once

#include <string>

#include "core/base/result.h"
#include "workspace/file_system.h"

namespace milepost {

class PathGate {
 public:
  // `root` is canonical; `start` is where relative paths are looked for first.
  PathGate(const FileSystem& files, std::string root, std::string start)
      : files_(files), root_(std::move(root)), start_(std::move(start)) {}

  // The path relative to the root, without links. Errors: usage (outside), not_found, io.
  [[nodiscard]] Result<std::string> to_relative(const std::string& path) const;

  // The same for what need not exist yet: the folder above it that exists, with links resolved, decides. A relative
  // path begins at the start folder.
  [[nodiscard]] Result<std::string> to_new_relative(const std::string& path) const;

 private:
  [[nodiscard]] bool is_inside(const std::string& absolute) const;

  const FileSystem& files_;
  std::string root_;
  std::string start_;
};

// Without "." and ".." and doubled slashes, by the letters alone. `path` is absolute.
[[nodiscard]] std::string normalise_path(const std::string& path);

}  // namespace milepost
