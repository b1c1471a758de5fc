// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "platform/pager.h"
#include "platform/wait_posix.h"

namespace milepost {
namespace {

constexpr int kNotFound = 127;

[[noreturn]] void become_pager(const std::string& command, const std::array<int, 2>& pipe) {
  std::signal(SIGPIPE, SIG_DFL);
  ::dup2(pipe[0], STDIN_FILENO);
  ::close(pipe[0]);
  ::close(pipe[1]);
  ::setenv("LESS", "FRX", 0);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  ::_exit(kNotFound);
}

// A pager that is quit early closes the pipe: that is its right.
void feed(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

bool show_in_pager(const std::string& command, std::string_view text) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return false;
  const pid_t child = ::fork();
  if (child == 0) become_pager(command, pipe);
  ::close(pipe[0]);
  if (child > 0) {
    const auto before = std::signal(SIGINT, SIG_IGN);
    feed(pipe[1], text);
    ::close(pipe[1]);
    const int status = wait_for_child(child);
    const int exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    std::signal(SIGINT, before);
    return exit_code != kNotFound;
  }
  ::close(pipe[1]);
  return false;
}

}  // namespace milepost
