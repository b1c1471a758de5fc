// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChangeSite: where a change is made, and the few steps that making it and taking it back share. Paths given to it are
// relative to the root and were let through by the write gate.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "workspace/change_record.h"
#include "workspace/file_system.h"
#include "workspace/file_writer.h"
#include "workspace/state_folder.h"

namespace milepost {

// Borrows the ports.
struct ChangeSite {
  const FileSystem& files;
  const FileWriter& writer;
  StateFolder state;
  std::string root;
  std::uint64_t file_limit = 0;

  [[nodiscard]] std::string absolute(std::string_view path) const;
};

// "The file can not be written: No space left on device." with what to do. `path` is shown.
[[nodiscard]] Error to_write_error(const FileFailure& failure, std::string_view doing, std::string_view path);

// Whether it failed because nothing stands there.
[[nodiscard]] bool is_gone(const FileFailure& failure);

// What stands at `path` itself, a link too; nothing when there is nothing.
[[nodiscard]] FileResult<std::optional<FileStat>> find_entry(const ChangeSite& site, const std::string& path);

struct FoundFile {
  std::string bytes;
  FileStat stat;
  std::uint64_t revision = 0;
};
// Nothing when it is not there.
[[nodiscard]] FileResult<std::optional<FoundFile>> find_file(const ChangeSite& site, const std::string& path);

enum class Durability : std::uint8_t { synced, unsynced };

// A new file at an absolute path, written and closed; taken away again when that fails.
struct NewFile {
  std::string path;
  std::string_view bytes;  // borrows from: the caller
  std::uint32_t mode = 0;  // 0: those of any new file
  std::optional<FileOwner> owner;
};
[[nodiscard]] FileResult<void> store_new_file(const ChangeSite& site, const NewFile& file, Durability durability);

// Gives the file or folder at `from` the name `to`, at which nothing may stand.
enum class Moved : std::uint8_t { file, folder };
[[nodiscard]] FileResult<void> place_new(const ChangeSite& site, const std::string& from, const std::string& to,
                                         Moved what);

// It is no failure that it is gone already.
[[nodiscard]] FileResult<void> unlink_if_there(const ChangeSite& site, const std::string& path);
// It is no failure that something is in it or that it is gone already.
[[nodiscard]] FileResult<void> remove_if_empty(const ChangeSite& site, const std::string& path);

}  // namespace milepost
