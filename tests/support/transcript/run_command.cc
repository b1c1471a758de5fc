// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/transcript/run_command.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "support/transcript/transcript.h"

namespace milepost::testing {
namespace {

std::string load(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

void redirect(const char* path, int flags, int to) {
  const int file = ::open(path, flags, 0600);
  if (file < 0 || ::dup2(file, to) < 0) ::_exit(127);
  ::close(file);
}

constexpr uid_t kNobody = 65534;

void become_nobody() {
  if (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(127);
}

[[noreturn]] void become_shell(const std::string& command, const std::string& directory, RunAs user) {
  if (user == RunAs::nobody) become_nobody();
  if (::chdir(directory.c_str()) != 0) ::_exit(127);
  ::execl("/usr/bin/timeout", "timeout", "--kill-after=5", "60", "/bin/sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

// Length of the valid UTF-8 sequence at the start of `text`, 0 when there is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 0;
  if (length == 0 || byte(0) > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

std::string show_bytes(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string shown;
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    auto length = utf8_length(text);
    if ((byte < ' ' && byte != '\t' && byte != '\n') || byte == 0x7F) length = 0;
    if (length == 0) {
      shown += std::string{"\\x"} + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
      length = 1;
    } else {
      shown += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return shown;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

void append_stream(const std::string& text, std::vector<std::string>& lines) {
  for (auto& line : split_lines(text)) {
    // Lines that mean something on the page get a backslash when a program prints them.
    if (line.starts_with("$ ") || line == "..." || line == "[stderr]") line.insert(0, "\\");
    lines.push_back(std::move(line));
  }
  if (!text.empty() && text.back() != '\n') lines.emplace_back("[no newline]");
}

}  // namespace

CommandOutcome run_command(const std::string& command, const std::string& directory, const std::string& scratch,
                           RunAs user) {
  const std::string output = scratch + "/stdout";
  const std::string errors = scratch + "/stderr";
  const pid_t child = ::fork();
  if (child == 0) {
    redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    redirect(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    become_shell(command, directory, user);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return {"", "the command could not be started\n", 127};
  const int exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return {load(output), load(errors), exit_code};
}

bool give_to_nobody(const std::string& folder) {
  const auto give = [](const char* path) { return ::lchown(path, kNobody, kNobody) == 0; };
  std::error_code error;
  bool given = give(folder.c_str());
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder, error}) {
    given = give(entry.path().c_str()) && given;
  }
  return given && !error;
}

std::vector<std::string> to_lines(const CommandOutcome& outcome,
                                  const std::vector<std::pair<std::string, std::string>>& names) {
  std::vector<std::string> lines;
  std::string output = show_bytes(outcome.output);
  std::string errors = show_bytes(outcome.errors);
  for (const auto& [from, to] : names) {
    replace_all(output, from, to);
    replace_all(errors, from, to);
  }
  append_stream(output, lines);
  if (!errors.empty()) {
    lines.emplace_back("[stderr]");
    append_stream(errors, lines);
  }
  if (outcome.exit_code != 0) lines.push_back("[exit " + std::to_string(outcome.exit_code) + "]");
  return lines;
}

}  // namespace milepost::testing
