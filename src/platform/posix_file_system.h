// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PosixFileSystem: the FileSystem port on openat, getdents64, fstatat and read. It has no state
// and may be shared by threads.
#pragma once

#include "workspace/file_system.h"

namespace milepost {

class PosixFileSystem final : public FileSystem {
 public:
  [[nodiscard]] FileResult<std::unique_ptr<Directory>> open_directory(const std::string& path) const override;
  [[nodiscard]] FileResult<FileStat> stat(const std::string& path) const override;
  [[nodiscard]] FileResult<FileStat> read(const std::string& path, std::uint64_t limit,
                                          ReadBuffer& into) const override;
  [[nodiscard]] FileResult<std::string> canonical(const std::string& path) const override;
  [[nodiscard]] std::int64_t now_ns() const override;
  [[nodiscard]] FileResult<void> store_private(const std::string& path,
                                               std::span<const std::string_view> pieces) const override;
};

}  // namespace milepost
