// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// MemoryFileSystem: a tree of files in memory behind the FileSystem port, with a clock that moves only when it is told
// to, and calls that fail when they are told to. Changing it is not safe while a scan runs; reading is.
#pragma once

#include <atomic>
#include <map>
#include <string>
#include <string_view>

#include "workspace/file_system.h"

namespace milepost {

class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem();

  // All paths are absolute. Missing folders are made.
  void write(const std::string& path, std::string_view bytes);  // in place when the file exists
  void make_folder(const std::string& path);
  void make_link(const std::string& path, const std::string& target);
  void make_special(const std::string& path);  // a pipe or device: reading it is a test's mistake
  void remove(const std::string& path);        // with all below
  void move(const std::string& from, const std::string& to);
  void deny(const std::string& path);                                    // listing or reading it is refused from now on
  void set_modified(const std::string& path, std::int64_t modified_ns);  // as `touch -d`; moves the change time too

  void tick(std::int64_t ns) { now_ns_ += ns; }
  // Each write moves the clock by this much; the standard lets everything settle at once.
  void set_step(std::int64_t ns) { step_ns_ = ns; }

  // The n-th call from now on (1 is the next) of open, list, stat or read fails as not found.
  void fail_call(int number) { calls_until_failure_ = number; }
  [[nodiscard]] int count_calls() const { return calls_; }
  [[nodiscard]] int count_special_reads() const { return special_reads_; }
  [[nodiscard]] std::string bytes_of(const std::string& path) const;

  [[nodiscard]] FileResult<std::unique_ptr<Directory>> open_directory(const std::string& path) const override;
  [[nodiscard]] FileResult<FileStat> stat(const std::string& path) const override;
  [[nodiscard]] FileResult<FileStat> read(const std::string& path, std::uint64_t limit,
                                          ReadBuffer& into) const override;
  [[nodiscard]] FileResult<std::string> canonical(const std::string& path) const override;
  [[nodiscard]] std::int64_t now_ns() const override { return now_ns_; }
  [[nodiscard]] FileResult<void> store_private(const std::string& path,
                                               std::span<const std::string_view> pieces) const override;

 private:
  friend class MemoryDirectory;
  struct Node {
    FileStat stat;
    std::string bytes;  // of a file, or the target of a link
    bool denied = false;
  };

  Node& put(const std::string& path, FileKind kind) const;
  void touch_parent(const std::string& path) const;
  void stamp(Node& node) const;
  [[nodiscard]] bool is_failing() const;
  [[nodiscard]] FileResult<std::string> resolve(const std::string& path, Links last) const;
  [[nodiscard]] FileResult<FileStat> stat_at(const std::string& path, Links links) const;
  [[nodiscard]] FileResult<FileStat> read_at(const std::string& path, Links links, std::uint64_t limit,
                                             ReadBuffer& into) const;
  [[nodiscard]] FileResult<void> list_at(const std::string& path, EntryList& into) const;

  mutable std::map<std::string, Node> nodes_;  // the cache is written through a const port
  mutable std::int64_t now_ns_ = 1'700'000'000'000'000'000;
  mutable std::uint64_t next_inode_ = 1;
  std::int64_t step_ns_ = 10'000'000'000;
  mutable std::atomic<int> calls_ = 0;
  mutable std::atomic<int> special_reads_ = 0;
  mutable std::atomic<int> calls_until_failure_ = 0;
};

}  // namespace milepost
