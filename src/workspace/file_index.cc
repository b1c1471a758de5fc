// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/file_index.h"

#include <algorithm>
#include <utility>

namespace milepost {

FileIndex::FileIndex(const FileSystem& files, const std::string& root, SkippedFolders skipped)
    : skipped_(std::move(skipped)) {
  if (auto opened = files.open_directory(root)) root_ = std::move(*opened);
}

bool FileIndex::exists(std::string_view path) const {
  if (root_ == nullptr) return false;
  return path.empty() || root_->stat(std::string(path).c_str(), Links::follow).has_value();
}

std::vector<std::string> FileIndex::find_named(std::string_view file_name) const {
  std::call_once(walked_, [this] { walk(); });
  std::vector<std::string> paths;
  const auto [begin, end] = by_name_.equal_range(file_name);
  for (auto at = begin; at != end; ++at) paths.push_back(at->second);
  std::ranges::sort(paths);
  return paths;
}

// Links are not followed, so there are no loops; what they lead to has a place of its own.
void FileIndex::walk() const {
  if (root_ == nullptr) return;
  std::vector<std::string> folders{""};
  EntryList entries;
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    const auto directory = root_->open(folder.empty() ? "." : folder.c_str());
    entries.clear();
    if (!directory || !(*directory)->list(entries)) continue;
    for (const EntryList::Entry& entry : entries.entries()) {
      std::string path =
          folder.empty() ? std::string(entries.name(entry)) : folder + '/' + std::string(entries.name(entry));
      if (entry.kind == FileKind::directory && !skipped_.has(path))
        folders.push_back(std::move(path));
      else if (entry.kind == FileKind::file && by_name_.size() < kIndexedMost)
        by_name_.emplace(entries.name(entry), std::move(path));
    }
  }
}

}  // namespace milepost
