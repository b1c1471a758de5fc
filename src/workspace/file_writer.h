// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FileWriter: the port through which users' documents are changed, one call for each thing that the system is asked to
// do. It is this fine so that a test can let every single call fail, or end the process before and after it; what makes
// several calls one change stands in run_change.h. Only `Changes` (apply_edit_plan.h) uses it for what users wrote.
// Paths are absolute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "workspace/file_system.h"

namespace milepost {

struct FileHandle {
  int number = -1;
};

struct FileOwner {
  std::uint32_t user = 0;
  std::uint32_t group = 0;
  friend bool operator==(const FileOwner&, const FileOwner&) = default;
};

// Who a lock is held by, for the message of the one that waits.
struct ProcessFacts {
  std::uint64_t id = 0;
  std::string host;
};

class FileWriter {
 public:
  FileWriter() = default;
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  virtual ~FileWriter() = default;

  // A new file, opened for writing; fails with `exists`, also for a link. The umask takes from `mode`.
  [[nodiscard]] virtual FileResult<FileHandle> create(const std::string& path, std::uint32_t mode) const = 0;
  // Opens or makes a file of our own that is to be locked; never follows a link.
  [[nodiscard]] virtual FileResult<FileHandle> open_lock(const std::string& path) const = 0;
  [[nodiscard]] virtual FileResult<void> write(FileHandle file, std::string_view bytes) const = 0;
  // Replaces what stands in the file, in place.
  [[nodiscard]] virtual FileResult<void> rewrite(FileHandle file, std::string_view bytes) const = 0;
  // Exactly these permission bits, whatever the umask says.
  [[nodiscard]] virtual FileResult<void> set_mode(FileHandle file, std::uint32_t mode) const = 0;
  [[nodiscard]] virtual FileResult<void> set_owner(FileHandle file, FileOwner owner) const = 0;
  [[nodiscard]] virtual FileResult<void> sync(FileHandle file) const = 0;
  // The handle is gone afterwards, also when this fails.
  [[nodiscard]] virtual FileResult<void> close(FileHandle file) const = 0;
  // Takes the exclusive lock of an opened file or fails with `busy` at once. It ends with the handle or the process.
  [[nodiscard]] virtual FileResult<void> lock(FileHandle file) const = 0;

  // Replaces what is at `to`.
  [[nodiscard]] virtual FileResult<void> rename(const std::string& from, const std::string& to) const = 0;
  // Fails with `exists`; with `unsupported` where the file system can not promise that.
  [[nodiscard]] virtual FileResult<void> rename_noreplace(const std::string& from, const std::string& to) const = 0;
  // A second name for a file; fails with `exists`.
  [[nodiscard]] virtual FileResult<void> link(const std::string& from, const std::string& to) const = 0;
  [[nodiscard]] virtual FileResult<void> unlink(const std::string& path) const = 0;
  [[nodiscard]] virtual FileResult<void> make_folder(const std::string& path, std::uint32_t mode) const = 0;
  // Fails with `not_empty`.
  [[nodiscard]] virtual FileResult<void> remove_folder(const std::string& path) const = 0;
  [[nodiscard]] virtual FileResult<void> sync_folder(const std::string& path) const = 0;

  // The following change nothing.
  [[nodiscard]] virtual FileResult<FileOwner> owner_of(const std::string& path) const = 0;
  // Whether this user may change the file or the entries of the folder.
  [[nodiscard]] virtual FileResult<void> check_writable(const std::string& path) const = 0;
  [[nodiscard]] virtual ProcessFacts this_process() const = 0;
  virtual void pause(std::uint32_t milliseconds) const = 0;
};

}  // namespace milepost
