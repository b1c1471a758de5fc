// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PosixFileWriter: the FileWriter port, one or two system calls for each of its calls. Calls that a signal interrupts
// are made again, except close, after which the descriptor is gone on Linux either way.
#pragma once

#include "workspace/file_writer.h"

namespace milepost {

class PosixFileWriter final : public FileWriter {
 public:
  [[nodiscard]] FileResult<FileHandle> create(const std::string& path, std::uint32_t mode) const override;
  [[nodiscard]] FileResult<FileHandle> open_lock(const std::string& path) const override;
  [[nodiscard]] FileResult<void> write(FileHandle file, std::string_view bytes) const override;
  [[nodiscard]] FileResult<void> rewrite(FileHandle file, std::string_view bytes) const override;
  [[nodiscard]] FileResult<void> set_mode(FileHandle file, std::uint32_t mode) const override;
  [[nodiscard]] FileResult<void> set_owner(FileHandle file, FileOwner owner) const override;
  [[nodiscard]] FileResult<void> sync(FileHandle file) const override;
  [[nodiscard]] FileResult<void> close(FileHandle file) const override;
  [[nodiscard]] FileResult<void> lock(FileHandle file) const override;

  [[nodiscard]] FileResult<void> rename(const std::string& from, const std::string& to) const override;
  [[nodiscard]] FileResult<void> rename_noreplace(const std::string& from, const std::string& to) const override;
  [[nodiscard]] FileResult<void> link(const std::string& from, const std::string& to) const override;
  [[nodiscard]] FileResult<void> unlink(const std::string& path) const override;
  [[nodiscard]] FileResult<void> make_folder(const std::string& path, std::uint32_t mode) const override;
  [[nodiscard]] FileResult<void> remove_folder(const std::string& path) const override;
  [[nodiscard]] FileResult<void> sync_folder(const std::string& path) const override;

  [[nodiscard]] FileResult<FileOwner> owner_of(const std::string& path) const override;
  [[nodiscard]] FileResult<void> check_writable(const std::string& path) const override;
  [[nodiscard]] ProcessFacts this_process() const override;
  void pause(std::uint32_t milliseconds) const override;
};

}  // namespace milepost
