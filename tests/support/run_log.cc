// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/run_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace milepost::testing {
namespace {

std::string one_line(std::string_view text) {
  std::string line{text.substr(0, 400)};
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void append(const std::string& line) {
  const char* path = std::getenv("MILEPOST_RUN_LOG");
  if (path == nullptr || *path == '\0') return;
  const int file = ::open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return;
  [[maybe_unused]] const auto written = ::write(file, line.data(), line.size());
  ::close(file);
}

}  // namespace

void log_cases(std::string_view program, int passed, int failed) {
  append("cases\t" + one_line(program) + '\t' + std::to_string(passed) + '\t' + std::to_string(failed) + '\n');
}

void log_skipped(std::string_view program, std::string_view name, std::string_view reason) {
  append("skipped\t" + one_line(program) + '\t' + one_line(name) + '\t' + one_line(reason) + '\n');
}

}  // namespace milepost::testing
