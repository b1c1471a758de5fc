// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "platform/editor.h"

namespace milepost {
namespace {

constexpr int kNotFound = 127;
constexpr int kKilled = 128;

[[noreturn]] void become_editor(const std::string& command, const std::string& path) {
  const std::string script = command + " \"$@\"";
  ::execl("/bin/sh", "sh", "-c", script.c_str(), command.c_str(), path.c_str(), static_cast<char*>(nullptr));
  ::_exit(kNotFound);
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kKilled;
}

}  // namespace

std::optional<int> open_in_editor(const std::string& command, const std::string& path) {
  const pid_t child = ::fork();
  if (child < 0) return std::nullopt;
  if (child == 0) become_editor(command, path);
  const auto interrupt = std::signal(SIGINT, SIG_IGN);
  const auto quit = std::signal(SIGQUIT, SIG_IGN);
  const int exit_code = wait_for(child);
  std::signal(SIGINT, interrupt);
  std::signal(SIGQUIT, quit);
  if (exit_code == kNotFound) return std::nullopt;
  return exit_code;
}

}  // namespace milepost
