// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/files/faulty_file_writer.h"

#include <unistd.h>

#include <utility>

namespace milepost {

void FaultyFileWriter::plan(Trouble trouble, int call, FileFailure failure, bool lasting) {
  trouble_ = trouble;
  at_ = call;
  failure_ = std::move(failure);
  lasting_ = lasting;
  calls_ = 0;
  failed_call_.clear();
}

void FaultyFileWriter::refuse(const std::string& name, FileFailure failure) { refused_[name] = std::move(failure); }

FileResult<void> FaultyFileWriter::begin(const char* name) const {
  ++calls_;
  names_.emplace_back(name);
  if (const auto refused = refused_.find(name); refused != refused_.end()) return std::unexpected(refused->second);
  if (calls_ == at_ && trouble_ == Trouble::kills) ::_exit(kExitCode);
  const bool is_hit = calls_ == at_ || (lasting_ && calls_ > at_);
  if (!is_hit || trouble_ != Trouble::fails) return {};
  if (failed_call_.empty()) failed_call_ = name;
  return std::unexpected(failure_);
}

void FaultyFileWriter::end() const {
  if (calls_ == at_ && trouble_ == Trouble::kills_after) ::_exit(kExitCode);
}

template <typename Call>
auto FaultyFileWriter::run(const char* name, const Call& call) const -> decltype(call()) {
  if (auto good = begin(name); !good) return std::unexpected(std::move(good).error());
  auto result = call();
  end();
  return result;
}

FileResult<FileHandle> FaultyFileWriter::create(const std::string& path, std::uint32_t mode) const {
  return run("create", [&] { return real_.create(path, mode); });
}

FileResult<FileHandle> FaultyFileWriter::open_lock(const std::string& path) const {
  return run("open_lock", [&] { return real_.open_lock(path); });
}

FileResult<void> FaultyFileWriter::write(FileHandle file, std::string_view bytes) const {
  if (auto good = begin("write"); !good) {
    static_cast<void>(real_.write(file, bytes.substr(0, bytes.size() / 2)));
    return good;
  }
  auto result = real_.write(file, bytes);
  end();
  return result;
}

FileResult<void> FaultyFileWriter::rewrite(FileHandle file, std::string_view bytes) const {
  return run("rewrite", [&] { return real_.rewrite(file, bytes); });
}

FileResult<void> FaultyFileWriter::set_mode(FileHandle file, std::uint32_t mode) const {
  return run("set_mode", [&] { return real_.set_mode(file, mode); });
}

FileResult<void> FaultyFileWriter::set_owner(FileHandle file, FileOwner owner) const {
  return run("set_owner", [&] { return real_.set_owner(file, owner); });
}

FileResult<void> FaultyFileWriter::sync(FileHandle file) const {
  static_cast<void>(file);  // who ends a process does not end the machine, so nothing has to reach the disk
  return run("sync", [] { return FileResult<void>{}; });
}

FileResult<void> FaultyFileWriter::close(FileHandle file) const {
  if (auto good = begin("close"); !good) {
    static_cast<void>(real_.close(file));
    return good;
  }
  auto result = real_.close(file);
  end();
  return result;
}

FileResult<void> FaultyFileWriter::lock(FileHandle file) const {
  return run("lock", [&] { return real_.lock(file); });
}

FileResult<void> FaultyFileWriter::rename(const std::string& from, const std::string& to) const {
  return run("rename", [&] { return real_.rename(from, to); });
}

FileResult<void> FaultyFileWriter::rename_noreplace(const std::string& from, const std::string& to) const {
  return run("rename_noreplace", [&] { return real_.rename_noreplace(from, to); });
}

FileResult<void> FaultyFileWriter::link(const std::string& from, const std::string& to) const {
  return run("link", [&] { return real_.link(from, to); });
}

FileResult<void> FaultyFileWriter::unlink(const std::string& path) const {
  return run("unlink", [&] { return real_.unlink(path); });
}

FileResult<void> FaultyFileWriter::make_folder(const std::string& path, std::uint32_t mode) const {
  return run("make_folder", [&] { return real_.make_folder(path, mode); });
}

FileResult<void> FaultyFileWriter::remove_folder(const std::string& path) const {
  return run("remove_folder", [&] { return real_.remove_folder(path); });
}

FileResult<void> FaultyFileWriter::sync_folder(const std::string& path) const {
  return run("sync_folder", [&]() -> FileResult<void> {
    if (::access(path.c_str(), X_OK) == 0) return {};
    return real_.sync_folder(path);  // fails as it does
  });
}

}  // namespace milepost
