// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "platform/file_descriptor.h"
#include "platform/output_file.h"
#include "platform/posix_failure.h"

namespace milepost {
namespace {

std::unexpected<Error> refuse(const std::string& path) {
  return fail(ErrorKind::io, "the output can not be written to " + path + ": " + to_file_failure(errno).reason);
}

Result<void> write_with(const std::string& path, std::string_view bytes, int flags) {
  const FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | flags, 0666));
  if (!file.is_open()) return refuse(path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return refuse(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Result<void> write_output_file(const std::string& path, std::string_view bytes) {
  return write_with(path, bytes, O_TRUNC);
}

Result<void> append_to_output_file(const std::string& path, std::string_view bytes) {
  return write_with(path, bytes, O_APPEND);
}

}  // namespace milepost
