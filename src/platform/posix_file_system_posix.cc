// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Raw getdents64 into a buffer on the stack instead of opendir, whose allocation of 32 KiB per folder shows in a walk
// of many small folders. A file is read until all bytes are there that it was said to have; file systems that say
// nothing (or too little) are read until a read gives nothing.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "platform/file_descriptor.h"
#include "platform/posix_failure.h"
#include "platform/posix_file_system.h"

namespace milepost {

namespace {

constexpr std::size_t kFirstRead = std::size_t{64} * 1024;
constexpr std::size_t kListBuffer = std::size_t{32} * 1024;
constexpr int kReadFlags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

// The head of what getdents64 writes; the name follows at kNameOffset, ended by NUL.
struct RawEntryHead {
  std::uint64_t inode;
  std::int64_t offset;
  std::uint16_t size;
  std::uint8_t type;
};
constexpr std::size_t kNameOffset = 19;

std::unexpected<FileFailure> failure(int code) { return std::unexpected(to_file_failure(code)); }

std::unexpected<FileFailure> failure(FileTrouble trouble, const char* reason) {
  return std::unexpected(FileFailure{trouble, reason});
}

std::int64_t to_ns(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::int64_t>(time.tv_nsec);
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::file;
  if (S_ISDIR(mode)) return FileKind::directory;
  return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

FileStat to_stat(const struct ::stat& raw) {
  return {kind_of(raw.st_mode),
          static_cast<std::uint32_t>(raw.st_mode & 07777U),
          static_cast<std::uint64_t>(raw.st_size),
          to_ns(raw.st_mtim),
          to_ns(raw.st_ctim),
          static_cast<std::uint64_t>(raw.st_ino)};
}

FileResult<FileStat> stat_at(int directory, const char* path, Links links) {
  struct ::stat raw{};
  int flags = links == Links::keep ? AT_SYMLINK_NOFOLLOW : 0;
  if (*path == '\0') flags |= AT_EMPTY_PATH;
  if (::fstatat(directory, path, &raw, flags) != 0) return failure(errno);
  return to_stat(raw);
}

ssize_t read_retrying(int file, char* into, std::size_t size) {
  ssize_t got = -1;
  do got = ::read(file, into, size);
  while (got < 0 && errno == EINTR);
  return got;
}

struct ReadSize {
  std::uint64_t stated = 0;  // by the file system; 0 in /proc and the like
  std::uint64_t limit = 0;
};

// Reads to the end. A file of exactly `limit` bytes is accepted.
FileResult<void> read_all(int file, ReadSize size, ReadBuffer& into) {
  std::size_t filled = 0;
  char* data = into.reserve(kFirstRead);
  while (true) {
    if (filled == into.capacity()) data = into.grow(into.capacity() * 2, filled);
    const ssize_t got = read_retrying(file, data + filled, into.capacity() - filled);
    if (got < 0) return failure(errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > size.limit) return failure(FileTrouble::too_large, "File too large");
    if (filled == size.stated) break;  // one that has just grown is read as it was
  }
  into.set_size(filled);
  return {};
}

FileResult<FileStat> read_at(int directory, const char* path, int flags, std::uint64_t limit, ReadBuffer& into) {
  into.set_size(0);
  const FileDescriptor file(::openat(directory, path, flags));
  if (!file.is_open()) return failure(errno);
  struct ::stat raw{};
  if (::fstat(file.get(), &raw) != 0) return failure(errno);
  if (!S_ISREG(raw.st_mode)) return failure(FileTrouble::not_a_file, "Not a regular file");
  if (static_cast<std::uint64_t>(raw.st_size) > limit) return failure(FileTrouble::too_large, "File too large");
  if (auto done = read_all(file.get(), {static_cast<std::uint64_t>(raw.st_size), limit}, into); !done)
    return std::unexpected(std::move(done).error());
  return to_stat(raw);
}

class PosixDirectory final : public Directory {
 public:
  explicit PosixDirectory(FileDescriptor descriptor) : descriptor_(std::move(descriptor)) {}

  [[nodiscard]] FileResult<void> list(EntryList& into) const override;
  [[nodiscard]] FileResult<FileStat> stat(const char* path, Links links) const override {
    return stat_at(descriptor_.get(), path, links);
  }
  [[nodiscard]] FileResult<std::unique_ptr<Directory>> open(const char* path) const override;
  [[nodiscard]] FileResult<FileStat> read(const char* path, std::uint64_t limit, ReadBuffer& into) const override {
    return read_at(descriptor_.get(), path, kReadFlags | O_NOFOLLOW, limit, into);
  }

 private:
  void add(std::string_view name, std::uint8_t type, EntryList& into) const;

  FileDescriptor descriptor_;
  mutable std::atomic<bool> was_listed_ = false;  // the next listing has to begin anew
};

void PosixDirectory::add(std::string_view name, std::uint8_t type, EntryList& into) const {
  if (name == "." || name == "..") return;
  FileKind kind = FileKind::other;
  if (type == DT_REG) {
    kind = FileKind::file;
  } else if (type == DT_DIR) {
    kind = FileKind::directory;
  } else if (type == DT_LNK) {
    kind = FileKind::link;
  } else if (type == DT_UNKNOWN) {  // some file systems do not tell
    if (const auto known = stat_at(descriptor_.get(), name.data(), Links::keep)) kind = known->kind;
  }
  into.add(name, kind);
}

FileResult<void> PosixDirectory::list(EntryList& into) const {
  into.clear();
  if (was_listed_.exchange(true, std::memory_order_relaxed)) ::lseek(descriptor_.get(), 0, SEEK_SET);
  alignas(RawEntryHead) std::array<char, kListBuffer> buffer;
  while (true) {
    const long size = ::syscall(SYS_getdents64, descriptor_.get(), buffer.data(), buffer.size());
    if (size < 0) return failure(errno);
    if (size == 0) return {};
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      RawEntryHead head{};
      std::memcpy(&head, buffer.data() + at, kNameOffset);
      add(buffer.data() + at + kNameOffset, head.type, into);
      at += head.size;
    }
  }
}

FileResult<std::unique_ptr<Directory>> PosixDirectory::open(const char* path) const {
  FileDescriptor opened(::openat(descriptor_.get(), path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!opened.is_open()) return failure(errno);
  return std::make_unique<PosixDirectory>(std::move(opened));
}

// Makes the folders above `path`, for the user alone.
FileResult<void> make_folders_above(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    if (::mkdir(path.substr(0, slash).c_str(), 0700) != 0 && errno != EEXIST) return failure(errno);
  }
  return {};
}

constexpr std::size_t kPiecesPerWrite = 512;

// Writes `pieces` (at most kPiecesPerWrite) in as few calls as the system needs.
FileResult<void> write_some(int file, std::span<const std::string_view> pieces) {
  std::array<iovec, kPiecesPerWrite> parts{};
  std::size_t count = 0;
  for (const std::string_view piece : pieces) parts[count++] = {const_cast<char*>(piece.data()), piece.size()};
  std::span<iovec> left(parts.data(), count);
  while (!left.empty()) {
    const ssize_t written = ::writev(file, left.data(), static_cast<int>(left.size()));
    if (written < 0 && errno != EINTR) return failure(errno);
    auto done = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    while (!left.empty() && done >= left.front().iov_len) {
      done -= left.front().iov_len;
      left = left.subspan(1);
    }
    if (done == 0) continue;
    left.front() = {static_cast<char*>(left.front().iov_base) + done, left.front().iov_len - done};
  }
  return {};
}

FileResult<void> write_all(int file, std::span<const std::string_view> pieces) {
  while (!pieces.empty()) {
    const std::size_t count = std::min(pieces.size(), kPiecesPerWrite);
    if (auto done = write_some(file, pieces.first(count)); !done) return done;
    pieces = pieces.subspan(count);
  }
  return {};
}

}  // namespace

FileResult<std::unique_ptr<Directory>> PosixFileSystem::open_directory(const std::string& path) const {
  FileDescriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return failure(errno);
  return std::make_unique<PosixDirectory>(std::move(opened));
}

FileResult<FileStat> PosixFileSystem::stat(const std::string& path) const {
  return stat_at(AT_FDCWD, path.c_str(), Links::follow);
}

FileResult<FileStat> PosixFileSystem::read(const std::string& path, std::uint64_t limit, ReadBuffer& into) const {
  return read_at(AT_FDCWD, path.c_str(), kReadFlags, limit, into);
}

FileResult<std::string> PosixFileSystem::canonical(const std::string& path) const {
  const std::unique_ptr<char, decltype([](char* text) { std::free(text); })> resolved(
      ::realpath(path.c_str(), nullptr));
  if (!resolved) return failure(errno);
  return std::string(resolved.get());
}

std::int64_t PosixFileSystem::now_ns() const {
  timespec time{};
  ::clock_gettime(CLOCK_REALTIME, &time);
  return to_ns(time);
}

FileResult<void> PosixFileSystem::store_private(const std::string& path,
                                                std::span<const std::string_view> pieces) const {
  if (auto made = make_folders_above(path); !made) return made;
  std::string beside = path + ".XXXXXX";
  const FileDescriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (!file.is_open()) return failure(errno);
  if (auto written = write_all(file.get(), pieces); !written) {
    ::unlink(beside.c_str());
    return written;
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    const int code = errno;
    ::unlink(beside.c_str());
    return failure(code);
  }
  return {};
}

}  // namespace milepost
