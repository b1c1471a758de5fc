// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "writing/tree.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/document/revision.h"

namespace milepost::testing {

namespace fs = std::filesystem;

namespace {

FileChange change_of(std::string_view path, std::string_view bytes) {
  FileChange change;
  change.path = path;
  change.revision = revision_of(bytes);
  return change;
}

}  // namespace

Tree::Tree(Place place) {
  constexpr const char* kMemory = "/dev/shm";
  const bool in_memory = place == Place::memory && ::access(kMemory, W_OK) == 0;
  std::string name = ((in_memory ? fs::path(kMemory) : fs::temp_directory_path()) / "milepost-writing-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  root_ = fs::canonical(name).string();
}

Tree::~Tree() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

void Tree::put(std::string_view path, std::string_view bytes) const {
  fs::create_directories(fs::path(at(path)).parent_path());
  std::ofstream(at(path), std::ios::binary) << bytes;
}

std::string Tree::bytes(std::string_view path) const {
  std::ifstream stream(at(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool Tree::has(std::string_view path) const { return fs::exists(fs::symlink_status(at(path))); }

std::map<std::string, std::string> Tree::picture() const {
  std::map<std::string, std::string> seen;
  for (auto entry = fs::recursive_directory_iterator(root_); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string path = entry->path().lexically_relative(root_).string();
    if (path == kStateInRoot || path == ".git" || path == ".milepost") {
      if (path != ".milepost") entry.disable_recursion_pending();
      continue;
    }
    struct ::stat raw{};
    ::lstat(entry->path().c_str(), &raw);
    std::array<char, 8> mode{};
    std::snprintf(mode.data(), mode.size(), "%04o ", raw.st_mode & 07777U);
    if (entry->is_symlink()) {
      seen[path] = "-> " + fs::read_symlink(entry->path()).string();
    } else {
      seen[path] = mode.data() + (entry->is_directory() ? std::string("/") : bytes(path));
    }
  }
  return seen;
}

std::string Tree::state_names() const {
  std::string names;
  const std::string state = changes().state_folder();
  std::map<std::string, bool> sorted;
  if (!fs::exists(state)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(state)) {
    sorted[entry.path().lexically_relative(state).string()] = true;
  }
  for (const auto& [name, there] : sorted) names += (names.empty() ? "" : " ") + name;
  return names;
}

FileChange Tree::edit(std::string_view path, std::string_view was, std::string_view becomes) const {
  const std::string text = bytes(path);
  const std::size_t found = text.find(was);
  if (found == std::string::npos) std::abort();
  FileChange change = change_of(path, text);
  change.edits.push_back(
      {{static_cast<ByteOffset>(found), static_cast<ByteOffset>(found + was.size())}, std::string(becomes)});
  return change;
}

FileChange Tree::move(std::string_view path, std::string_view new_path) const {
  FileChange change = change_of(path, bytes(path));
  change.new_path = new_path;
  return change;
}

FileChange Tree::removal(std::string_view path) const {
  FileChange change = change_of(path, bytes(path));
  change.remove = true;
  return change;
}

FileChange Tree::creation(std::string_view path, std::string_view bytes) {
  FileChange change;
  change.path = path;
  change.edits.push_back({{0, 0}, std::string(bytes)});
  return change;
}

Changes Tree::changes(ChangesOptions options) const { return changes(writer, std::move(options)); }

Changes Tree::changes(const FileWriter& through, ChangesOptions options) const {
  return {files, through, root_, std::move(options)};
}

ApplyOptions trusting(EmptiedFolders emptied) {
  return {[](const FileChange&, std::string_view, std::string_view) { return Result<void>{}; }, emptied};
}

}  // namespace milepost::testing
