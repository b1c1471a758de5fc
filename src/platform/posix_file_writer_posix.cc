// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <ctime>

#include "platform/file_descriptor.h"
#include "platform/posix_failure.h"
#include "platform/posix_file_writer.h"

namespace milepost {

namespace {

std::unexpected<FileFailure> failure(int code) { return std::unexpected(to_file_failure(code)); }

FileResult<void> checked(int result) {
  if (result != 0) return failure(errno);
  return {};
}

template <typename Call>
auto retrying(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

FileResult<FileHandle> open_handle(const std::string& path, int flags, mode_t mode) {
  const int number = retrying([&] { return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, mode); });
  if (number < 0) return failure(errno);
  return FileHandle{number};
}

}  // namespace

FileResult<FileHandle> PosixFileWriter::create(const std::string& path, std::uint32_t mode) const {
  return open_handle(path, O_WRONLY | O_CREAT | O_EXCL, static_cast<mode_t>(mode));
}

FileResult<FileHandle> PosixFileWriter::open_lock(const std::string& path) const {
  return open_handle(path, O_RDWR | O_CREAT, 0666);
}

FileResult<void> PosixFileWriter::write(FileHandle file, std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = retrying([&] { return ::write(file.number, bytes.data(), bytes.size()); });
    if (written < 0) return failure(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

FileResult<void> PosixFileWriter::rewrite(FileHandle file, std::string_view bytes) const {
  if (::lseek(file.number, 0, SEEK_SET) < 0) return failure(errno);
  if (retrying([&] { return ::ftruncate(file.number, 0); }) != 0) return failure(errno);
  return write(file, bytes);
}

FileResult<void> PosixFileWriter::set_mode(FileHandle file, std::uint32_t mode) const {
  return checked(::fchmod(file.number, static_cast<mode_t>(mode)));
}

FileResult<void> PosixFileWriter::set_owner(FileHandle file, FileOwner owner) const {
  return checked(::fchown(file.number, owner.user, owner.group));
}

FileResult<void> PosixFileWriter::sync(FileHandle file) const {
  return checked(retrying([&] { return ::fsync(file.number); }));
}

FileResult<void> PosixFileWriter::close(FileHandle file) const {
  if (::close(file.number) != 0 && errno != EINTR) return failure(errno);
  return {};
}

FileResult<void> PosixFileWriter::lock(FileHandle file) const {
  return checked(retrying([&] { return ::flock(file.number, LOCK_EX | LOCK_NB); }));
}

FileResult<void> PosixFileWriter::rename(const std::string& from, const std::string& to) const {
  return checked(::rename(from.c_str(), to.c_str()));
}

FileResult<void> PosixFileWriter::rename_noreplace(const std::string& from, const std::string& to) const {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
  if (errno == EINVAL || errno == ENOSYS) return failure(EOPNOTSUPP);
  return failure(errno);
}

FileResult<void> PosixFileWriter::link(const std::string& from, const std::string& to) const {
  return checked(::link(from.c_str(), to.c_str()));
}

FileResult<void> PosixFileWriter::unlink(const std::string& path) const { return checked(::unlink(path.c_str())); }

FileResult<void> PosixFileWriter::make_folder(const std::string& path, std::uint32_t mode) const {
  return checked(::mkdir(path.c_str(), static_cast<mode_t>(mode)));
}

FileResult<void> PosixFileWriter::remove_folder(const std::string& path) const {
  return checked(::rmdir(path.c_str()));
}

// Some file systems can not sync a folder and need not.
FileResult<void> PosixFileWriter::sync_folder(const std::string& path) const {
  const FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return failure(errno);
  if (retrying([&] { return ::fsync(folder.get()); }) != 0 && errno != EINVAL) return failure(errno);
  return {};
}

FileResult<FileOwner> PosixFileWriter::owner_of(const std::string& path) const {
  struct ::stat raw{};
  if (::lstat(path.c_str(), &raw) != 0) return failure(errno);
  return FileOwner{raw.st_uid, raw.st_gid};
}

FileResult<void> PosixFileWriter::check_writable(const std::string& path) const {
  return checked(::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS));
}

ProcessFacts PosixFileWriter::this_process() const {
  std::array<char, HOST_NAME_MAX + 1> host{};
  ::gethostname(host.data(), host.size() - 1);
  return {static_cast<std::uint64_t>(::getpid()), host.data()};
}

void PosixFileWriter::pause(std::uint32_t milliseconds) const {
  const timespec time{milliseconds / 1000, static_cast<long>(milliseconds % 1000) * 1'000'000};
  ::nanosleep(&time, nullptr);
}

}  // namespace milepost
