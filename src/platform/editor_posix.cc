// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "platform/editor.h"
#include "platform/wait_posix.h"

namespace milepost {
namespace {

constexpr int kNotFound = 127;
constexpr int kKilled = 128;

[[noreturn]] void become_editor(const std::string& command, const std::string& path) {
  const std::string script = command + " \"$@\"";
  ::execl("/bin/sh", "sh", "-c", script.c_str(), command.c_str(), path.c_str(), static_cast<char*>(nullptr));
  ::_exit(kNotFound);
}

}  // namespace

std::optional<int> open_in_editor(const std::string& command, const std::string& path) {
  const pid_t child = ::fork();
  if (child < 0) return std::nullopt;
  if (child == 0) become_editor(command, path);
  const auto interrupt = std::signal(SIGINT, SIG_IGN);
  const auto quit = std::signal(SIGQUIT, SIG_IGN);
  const int status = wait_for_child(child);
  const int exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : kKilled;
  std::signal(SIGINT, interrupt);
  std::signal(SIGQUIT, quit);
  if (exit_code == kNotFound) return std::nullopt;
  return exit_code;
}

}  // namespace milepost
