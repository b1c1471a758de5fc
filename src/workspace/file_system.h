// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FileSystem: the port through which everything below main sees files. It reads; the one thing it writes is a file of
// our own outside every workspace (the cache). A Directory is an opened folder: paths given to it are relative to it,
// so that a walk pays for short paths and short lookups only. All calls are const and safe from several threads.
// Failures are small values and not Errors, because a walk meets them by the thousand and turns them into findings.
#pragma once

#include <cstdint>
#include <cstring>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class FileKind : std::uint8_t { file, directory, link, other };

struct FileStat {
  FileKind kind = FileKind::other;
  std::uint32_t mode = 0;  // permission bits
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  // content changed
  std::int64_t changed_ns = 0;   // content or inode changed; no user call can set it back
  std::uint64_t inode = 0;
  friend bool operator==(const FileStat&, const FileStat&) = default;
};

enum class FileTrouble : std::uint8_t {
  not_found,
  denied,
  is_link,
  not_a_directory,
  not_a_file,
  too_large,
  exists,
  not_empty,
  full,         // no space, or no more of the user's share
  read_only,    // the file system as a whole
  busy,         // somebody else holds the lock
  unsupported,  // this file system can not do it
  other
};

struct FileFailure {
  FileTrouble trouble = FileTrouble::other;
  std::string reason;  // the system's words: "Permission denied"
};

template <typename T>
using FileResult = std::expected<T, FileFailure>;

// The entries of one directory, without "." and "..", in the order of the system. Refilled, not reallocated.
class EntryList {
 public:
  struct Entry {
    std::uint32_t name_begin = 0;
    std::uint32_t name_size = 0;
    FileKind kind = FileKind::other;
  };

  void clear();
  void add(std::string_view name, FileKind kind);
  void sort_by_name();

  [[nodiscard]] std::span<const Entry> entries() const& { return entries_; }
  [[nodiscard]] std::string_view name(const Entry& entry) const& {
    return std::string_view(names_).substr(entry.name_begin, entry.name_size);
  }
  [[nodiscard]] const char* c_name(const Entry& entry) const& { return names_.c_str() + entry.name_begin; }

 private:
  std::string names_;  // each followed by NUL
  std::vector<Entry> entries_;
};

// Bytes of a file in memory that is used again and again; unlike a string it is never filled before it is read into.
class ReadBuffer {
 public:
  // Room for `size` bytes; what was in the buffer is lost.
  char* reserve(std::size_t size);
  // The same, but the first `kept` bytes stay.
  char* grow(std::size_t size, std::size_t kept);
  void set_size(std::size_t size) { size_ = size; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] std::string_view bytes() const& { return {data_.get(), size_}; }
  std::string_view bytes() && = delete;

 private:
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
  std::size_t size_ = 0;
};

enum class Links : std::uint8_t { follow, keep };

class Directory {
 public:
  Directory() = default;
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  virtual ~Directory() = default;

  [[nodiscard]] virtual FileResult<void> list(EntryList& into) const = 0;
  // `path` is relative to this directory and must be followed by NUL in memory (c_str() of a string is); "" is the
  // directory itself.
  [[nodiscard]] virtual FileResult<FileStat> stat(const char* path, Links links) const = 0;
  // Fails with is_link or not_a_directory when the last part of `path` is not a directory itself.
  [[nodiscard]] virtual FileResult<std::unique_ptr<Directory>> open(const char* path) const = 0;
  // Reads a whole regular file; never blocks on a pipe, never opens a device. Fails with too_large above `limit`.
  [[nodiscard]] virtual FileResult<FileStat> read(const char* path, std::uint64_t limit, ReadBuffer& into) const = 0;
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  // These take absolute paths and follow links.
  [[nodiscard]] virtual FileResult<std::unique_ptr<Directory>> open_directory(const std::string& path) const = 0;
  [[nodiscard]] virtual FileResult<FileStat> stat(const std::string& path) const = 0;
  [[nodiscard]] virtual FileResult<FileStat> read(const std::string& path, std::uint64_t limit,
                                                  ReadBuffer& into) const = 0;
  // The absolute path without links, "." and "..". The file must exist.
  [[nodiscard]] virtual FileResult<std::string> canonical(const std::string& path) const = 0;

  // The clock that stamps files, in ns since 1970.
  [[nodiscard]] virtual std::int64_t now_ns() const = 0;

  // Puts a file of our own (never a user's document) in place in one step: makes the missing folders for the user
  // alone, writes beside the target, renames. Readers see the old bytes or the new ones. Not synced: it may be lost.
  [[nodiscard]] virtual FileResult<void> store_private(const std::string& path,
                                                       std::span<const std::string_view> pieces) const = 0;
};

}  // namespace milepost
