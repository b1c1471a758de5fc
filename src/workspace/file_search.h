// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// File search: which files hold one of some words, as bytes. Used before a file moves, to find who names it, so that
// only those documents are parsed. Reads with several threads; a file that can not be read holds nothing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "workspace/file_system.h"

namespace milepost {

struct FileSearch {
  const std::string& root;             // absolute
  std::span<const std::string> paths;  // relative to it
  std::span<const std::string> words;  // none is empty
  std::uint64_t file_limit = 0;        // larger files are passed over
  unsigned threads = 1;
};

// The paths that hold one, in the order given.
[[nodiscard]] std::vector<std::string> find_files_with(const FileSystem& files, const FileSearch& search);

}  // namespace milepost
