// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FaultyFileWriter: another FileWriter with trouble: its n-th call that changes something fails, or the process ends
// just before or after it, as kill -9 would end it. A write that fails has written half of its bytes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workspace/file_writer.h"

namespace milepost {

enum class Trouble : std::uint8_t {
  none,
  fails,       // the call does nothing and fails
  kills,       // the process ends before the call
  kills_after  // the process ends after the call
};

class FaultyFileWriter final : public FileWriter {
 public:
  static constexpr int kExitCode = 137;  // of the ended process

  // Borrows `real`.
  explicit FaultyFileWriter(const FileWriter& real) : real_(real) {}

  // `call` counts from 1, from now on. `lasting`: all later calls fail too.
  void plan(Trouble trouble, int call, FileFailure failure = {}, bool lasting = false);
  // Of one kind of call only ("rename_noreplace"), each time.
  void refuse(const std::string& name, FileFailure failure);
  [[nodiscard]] int count_calls() const { return calls_; }
  // The calls so far, in order: "create", "write", "sync" ...
  [[nodiscard]] const std::vector<std::string>& calls() const { return names_; }
  [[nodiscard]] const std::string& failed_call() const { return failed_call_; }  // "sync", "" when none has failed

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
  [[nodiscard]] FileResult<FileOwner> owner_of(const std::string& path) const override { return real_.owner_of(path); }
  [[nodiscard]] FileResult<void> check_writable(const std::string& path) const override {
    return real_.check_writable(path);
  }
  [[nodiscard]] ProcessFacts this_process() const override { return real_.this_process(); }
  void pause(std::uint32_t milliseconds) const override { real_.pause(milliseconds); }

 private:
  // The failure of this call, or nothing; may end the process.
  [[nodiscard]] FileResult<void> begin(const char* name) const;
  void end() const;
  template <typename Call>
  auto run(const char* name, const Call& call) const -> decltype(call());

  const FileWriter& real_;
  Trouble trouble_ = Trouble::none;
  int at_ = 0;
  bool lasting_ = false;
  FileFailure failure_;
  std::map<std::string, FileFailure> refused_;
  mutable int calls_ = 0;
  mutable std::vector<std::string> names_;
  mutable std::string failed_call_;
};

}  // namespace milepost
