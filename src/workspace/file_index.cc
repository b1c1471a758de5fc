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
  while (path.ends_with('/')) path.remove_suffix(1);
  if (root_ == nullptr || path.empty()) return root_ != nullptr;
  if (asked_.load(std::memory_order_relaxed) < kAskedMost) {
    asked_.fetch_add(1, std::memory_order_relaxed);
    return ask(path);
  }
  std::call_once(walked_, [this] { walk(); });
  return known_.contains(path) || (!is_walked(path) && ask(path));
}

bool FileIndex::ask(std::string_view path) const {
  return root_->stat(std::string(path).c_str(), Links::follow).has_value();
}

// Whether the walk has seen the folder that the path would stand in, so that what it does not know is not there.
bool FileIndex::is_walked(std::string_view path) const {
  if (!is_complete_) return false;
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    if (not_entered_.contains(std::string(path.substr(0, end)))) return false;
    if (end == std::string_view::npos) return true;
  }
}

std::vector<std::string> FileIndex::find_named(std::string_view file_name) const {
  std::call_once(walked_, [this] { walk(); });
  std::vector<std::string> paths;
  const auto [begin, end] = by_name_.equal_range(file_name);
  for (auto at = begin; at != end; ++at) paths.emplace_back(at->second);
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
    if (!directory || !(*directory)->list(entries)) {
      not_entered_.insert(folder);
      continue;
    }
    take(folder, entries, folders);
  }
}

void FileIndex::take(const std::string& folder, const EntryList& entries, std::vector<std::string>& folders) const {
  for (const EntryList::Entry& entry : entries.entries()) {
    if (paths_.size() >= kIndexedMost) {
      is_complete_ = false;
      return;
    }
    const std::string_view name = entries.name(entry);
    const std::string& path =
        paths_.emplace_back(folder.empty() ? std::string(name) : folder + '/' + std::string(name));
    if (entry.kind != FileKind::link) known_.insert(path);  // a link may lead nowhere
    if (entry.kind == FileKind::file) {
      by_name_.emplace(std::string_view(path).substr(path.size() - name.size()), path);
    } else if (entry.kind == FileKind::directory && !skipped_.has(path)) {
      folders.push_back(path);
    } else {
      not_entered_.insert(path);
    }
  }
}

}  // namespace milepost
