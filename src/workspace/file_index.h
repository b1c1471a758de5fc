// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FileIndex: which files and folders stand below the root, documents or not. The first few paths are asked of the
// system; who asks more, or looks for a file by its name, pays for one walk and is answered from memory then. Safe from
// several threads. Paths never leave the root.
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "workspace/file_system.h"
#include "workspace/skipped_folders.h"

namespace milepost {

class FileIndex {
 public:
  // Borrows `files`.
  FileIndex(const FileSystem& files, const std::string& root, SkippedFolders skipped);

  // A file or a folder; `path` is relative to the root, without "." and "..".
  [[nodiscard]] bool exists(std::string_view path) const;
  // Sorted. Folders that are skipped by name are not looked into; at most kIndexedMost files are known.
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const;

  static constexpr std::size_t kIndexedMost = 1'000'000;
  // A walk costs about as much as this many questions in a small repository.
  static constexpr std::size_t kAskedMost = 256;

 private:
  void walk() const;
  void take(const std::string& folder, const EntryList& entries, std::vector<std::string>& folders) const;
  [[nodiscard]] bool ask(std::string_view path) const;
  [[nodiscard]] bool is_walked(std::string_view path) const;

  SkippedFolders skipped_;
  std::unique_ptr<Directory> root_;  // null when it can not be opened: then nothing exists
  mutable std::atomic<std::size_t> asked_ = 0;
  mutable std::once_flag walked_;
  // Made by the walk and not changed afterwards. The views look into paths_, which never moves its elements.
  mutable std::deque<std::string> paths_;
  mutable std::unordered_set<std::string_view> known_;
  mutable std::unordered_set<std::string> not_entered_;  // skipped folders, links, folders that can not be listed
  mutable std::unordered_multimap<std::string_view, std::string_view> by_name_;
  mutable bool is_complete_ = true;
};

}  // namespace milepost
