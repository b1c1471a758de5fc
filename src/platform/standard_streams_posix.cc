// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "platform/standard_streams.h"

namespace milepost {
namespace {

StreamResult write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EPIPE ? StreamResult::reader_gone : StreamResult::failed;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return StreamResult::written;
}

}  // namespace

StreamResult write_to_stdout(std::string_view text) { return write_all(STDOUT_FILENO, text); }

void write_to_stderr(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

std::optional<std::string> read_from_stdin() {
  constexpr std::size_t kMost = std::size_t{64} << 20U;
  std::string text;
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 || text.size() > kMost) return std::nullopt;
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// Byte by byte, so that nothing behind the line is taken from who reads next.
std::optional<std::string> read_line_from_stdin() {
  constexpr std::size_t kMost = std::size_t{64} << 10U;
  std::string line;
  while (line.size() < kMost) {
    char c = 0;
    const ssize_t count = ::read(STDIN_FILENO, &c, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return line.empty() ? std::nullopt : std::optional(line);
    if (c == '\n') return line;
    if (c != '\r') line += c;
  }
  return std::nullopt;
}

void ignore_broken_pipes() { static_cast<void>(std::signal(SIGPIPE, SIG_IGN)); }

}  // namespace milepost
