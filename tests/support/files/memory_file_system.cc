// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/files/memory_file_system.h"

#include <algorithm>
#include <vector>

#include "workspace/path_gate.h"

namespace milepost {

namespace {

std::unexpected<FileFailure> failure(FileTrouble trouble) {
  switch (trouble) {
    case FileTrouble::not_found:
      return std::unexpected(FileFailure{trouble, "No such file or directory"});
    case FileTrouble::denied:
      return std::unexpected(FileFailure{trouble, "Permission denied"});
    case FileTrouble::is_link:
      return std::unexpected(FileFailure{trouble, "Too many levels of symbolic links"});
    case FileTrouble::not_a_directory:
      return std::unexpected(FileFailure{trouble, "Not a directory"});
    case FileTrouble::not_a_file:
      return std::unexpected(FileFailure{trouble, "Not a regular file"});
    case FileTrouble::too_large:
      return std::unexpected(FileFailure{trouble, "File too large"});
    default:  // reading meets no other
      break;
  }
  return std::unexpected(FileFailure{trouble, "Input/output error"});
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string join(const std::string& folder, std::string_view name) {
  return folder == "/" ? folder + std::string(name) : folder + '/' + std::string(name);
}

}  // namespace

class MemoryDirectory final : public Directory {
 public:
  MemoryDirectory(const MemoryFileSystem& files, std::string path) : files_(files), path_(std::move(path)) {}

  [[nodiscard]] FileResult<void> list(EntryList& into) const override { return files_.list_at(path_, into); }
  [[nodiscard]] FileResult<FileStat> stat(const char* path, Links links) const override {
    return files_.stat_at(*path == '\0' ? path_ : join(path_, path), links);
  }
  [[nodiscard]] FileResult<std::unique_ptr<Directory>> open(const char* path) const override {
    const std::string whole = normalise_path(join(path_, path));
    const auto stat = files_.stat_at(whole, Links::keep);
    if (!stat) return std::unexpected(stat.error());
    if (stat->kind != FileKind::directory) return failure(FileTrouble::not_a_directory);
    auto resolved = files_.resolve(whole, Links::keep);
    if (!resolved) return std::unexpected(resolved.error());
    return std::make_unique<MemoryDirectory>(files_, *std::move(resolved));
  }
  [[nodiscard]] FileResult<FileStat> read(const char* path, std::uint64_t limit, ReadBuffer& into) const override {
    return files_.read_at(join(path_, path), Links::keep, limit, into);
  }

 private:
  const MemoryFileSystem& files_;
  std::string path_;
};

MemoryFileSystem::MemoryFileSystem() { put("/", FileKind::directory); }

void MemoryFileSystem::stamp(Node& node) const {
  node.stat.modified_ns = now_ns_;
  node.stat.changed_ns = now_ns_;
  now_ns_ += step_ns_;
}

void MemoryFileSystem::touch_parent(const std::string& path) const {
  const auto parent = nodes_.find(parent_of(path));
  if (path != "/" && parent != nodes_.end()) stamp(parent->second);
}

MemoryFileSystem::Node& MemoryFileSystem::put(const std::string& path, FileKind kind) const {
  if (const auto found = nodes_.find(path); found != nodes_.end()) return found->second;
  if (path != "/") put(parent_of(path), FileKind::directory);
  Node& node = nodes_[path];
  node.stat.kind = kind;
  node.stat.mode = 0644;
  node.stat.inode = next_inode_++;
  stamp(node);
  touch_parent(path);
  return node;
}

void MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  Node& node = put(path, FileKind::file);
  node.bytes = bytes;
  node.stat.size = bytes.size();
  stamp(node);
}

void MemoryFileSystem::make_folder(const std::string& path) { put(path, FileKind::directory); }

void MemoryFileSystem::make_link(const std::string& path, const std::string& target) {
  put(path, FileKind::link).bytes = target;
}

void MemoryFileSystem::make_special(const std::string& path) { put(path, FileKind::other); }

void MemoryFileSystem::remove(const std::string& path) {
  std::erase_if(nodes_, [&](const auto& entry) { return entry.first == path || entry.first.starts_with(path + '/'); });
  touch_parent(path);
}

void MemoryFileSystem::move(const std::string& from, const std::string& to) {
  put(parent_of(to), FileKind::directory);
  std::vector<std::pair<std::string, Node>> moved;
  for (const auto& [path, node] : nodes_) {
    if (path == from || path.starts_with(from + '/')) moved.emplace_back(to + path.substr(from.size()), node);
  }
  remove(from);
  for (auto& [path, node] : moved) nodes_[path] = std::move(node);
  nodes_.at(to).stat.changed_ns = now_ns_;
  touch_parent(to);
}

void MemoryFileSystem::deny(const std::string& path) {
  Node& node = nodes_.at(path);
  node.denied = true;
  node.stat.changed_ns = now_ns_;
  now_ns_ += step_ns_;
}

void MemoryFileSystem::set_modified(const std::string& path, std::int64_t modified_ns) {
  Node& node = nodes_.at(path);
  stamp(node);
  node.stat.modified_ns = modified_ns;
}

std::string MemoryFileSystem::bytes_of(const std::string& path) const {
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? std::string{} : found->second.bytes;
}

bool MemoryFileSystem::is_failing() const {
  ++calls_;
  return calls_until_failure_ > 0 && --calls_until_failure_ == 0;
}

FileResult<std::string> MemoryFileSystem::resolve(const std::string& path, Links last) const {
  std::string rest = path;
  std::string done = "/";
  for (int hops = 0; !rest.empty();) {
    while (rest.starts_with('/')) rest.erase(0, 1);
    if (rest.empty()) break;
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string name = rest.substr(0, end);
    rest.erase(0, end);
    if (name == ".") continue;
    if (name == "..") {
      done = parent_of(done);
      continue;
    }
    const std::string next = join(done, name);
    const auto node = nodes_.find(next);
    if (node == nodes_.end()) return failure(FileTrouble::not_found);
    const bool is_last = rest.find_first_not_of('/') == std::string::npos;
    if (node->second.stat.kind != FileKind::link || (is_last && last == Links::keep)) {
      if (!is_last && node->second.stat.kind != FileKind::directory) return failure(FileTrouble::not_a_directory);
      done = next;
      continue;
    }
    if (++hops > 40) return failure(FileTrouble::is_link);
    if (node->second.bytes.starts_with('/')) done = "/";
    rest = node->second.bytes + rest;
  }
  return done;
}

FileResult<FileStat> MemoryFileSystem::stat_at(const std::string& path, Links links) const {
  if (is_failing()) return failure(FileTrouble::not_found);
  const auto resolved = resolve(path, links);
  if (!resolved) return std::unexpected(resolved.error());
  return nodes_.at(*resolved).stat;
}

FileResult<FileStat> MemoryFileSystem::read_at(const std::string& path, Links links, std::uint64_t limit,
                                               ReadBuffer& into) const {
  into.set_size(0);
  if (is_failing()) return failure(FileTrouble::not_found);
  const auto resolved = resolve(path, links);
  if (!resolved) return std::unexpected(resolved.error());
  const Node& node = nodes_.at(*resolved);
  if (node.stat.kind == FileKind::link) return failure(FileTrouble::is_link);
  if (node.stat.kind == FileKind::other) ++special_reads_;
  if (node.stat.kind != FileKind::file) return failure(FileTrouble::not_a_file);
  if (node.denied) return failure(FileTrouble::denied);
  if (node.bytes.size() > limit) return failure(FileTrouble::too_large);
  std::ranges::copy(node.bytes, into.reserve(node.bytes.size() + 1));
  into.set_size(node.bytes.size());
  return node.stat;
}

FileResult<void> MemoryFileSystem::list_at(const std::string& path, EntryList& into) const {
  into.clear();
  if (is_failing()) return failure(FileTrouble::not_found);
  const auto folder = nodes_.find(path);
  if (folder == nodes_.end()) return failure(FileTrouble::not_found);
  if (folder->second.denied) return failure(FileTrouble::denied);
  const std::string prefix = path == "/" ? path : path + '/';
  for (auto at = nodes_.lower_bound(prefix); at != nodes_.end() && at->first.starts_with(prefix); ++at) {
    const std::string_view name = std::string_view(at->first).substr(prefix.size());
    if (!name.empty() && name.find('/') == std::string_view::npos) into.add(name, at->second.stat.kind);
  }
  return {};
}

FileResult<std::unique_ptr<Directory>> MemoryFileSystem::open_directory(const std::string& path) const {
  if (is_failing()) return failure(FileTrouble::not_found);
  auto resolved = resolve(path, Links::follow);
  if (!resolved) return std::unexpected(resolved.error());
  if (nodes_.at(*resolved).stat.kind != FileKind::directory) return failure(FileTrouble::not_a_directory);
  return std::make_unique<MemoryDirectory>(*this, *std::move(resolved));
}

FileResult<FileStat> MemoryFileSystem::stat(const std::string& path) const { return stat_at(path, Links::follow); }

FileResult<FileStat> MemoryFileSystem::read(const std::string& path, std::uint64_t limit, ReadBuffer& into) const {
  return read_at(path, Links::follow, limit, into);
}

FileResult<std::string> MemoryFileSystem::canonical(const std::string& path) const {
  return resolve(path, Links::follow);
}

FileResult<void> MemoryFileSystem::store_private(const std::string& path,
                                                 std::span<const std::string_view> pieces) const {
  std::string bytes;
  for (const std::string_view piece : pieces) bytes += piece;
  Node& node = put(path, FileKind::file);
  node.stat.size = bytes.size();
  node.bytes = std::move(bytes);
  stamp(node);
  return {};
}

}  // namespace milepost
