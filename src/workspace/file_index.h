// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FileIndex: which files and folders stand below the root, documents or not. A single path is asked of the system; the
// names of all files are gathered in one walk, and only when somebody looks for a file by its name, which is when a
// link leads nowhere. Safe from several threads. Paths never leave the root.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/file_system.h"
#include "workspace/skipped_folders.h"

namespace milepost {

class FileIndex {
 public:
  // Borrows `files`.
  FileIndex(const FileSystem& files, const std::string& root, SkippedFolders skipped);

  [[nodiscard]] bool exists(std::string_view path) const;
  // Sorted. Folders that are skipped by name are not looked into; at most kIndexedMost files are known.
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const;

  static constexpr std::size_t kIndexedMost = 1'000'000;

 private:
  void walk() const;

  SkippedFolders skipped_;
  std::unique_ptr<Directory> root_;  // null when it can not be opened: then nothing exists
  mutable std::once_flag walked_;
  mutable std::multimap<std::string, std::string, std::less<>> by_name_;
};

}  // namespace milepost
