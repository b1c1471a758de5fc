// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/sizes.h"

#include <algorithm>

namespace milepost::architecture {
namespace {

struct Exception {
  std::string key;  // "file PATH" or "function PATH NAME"
  bool is_used = false;
};

void parse_exception(std::string_view line, std::vector<Exception>& exceptions, Violations& violations) {
  if (line.empty() || line.starts_with('#')) return;
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos || colon + 2 >= line.size()) {
    violations.push_back("tests/architecture/exceptions.txt: '" + std::string{line} + "' gives no reason");
    return;
  }
  exceptions.push_back({std::string{line.substr(0, colon)}, false});
}

std::vector<Exception> parse_exceptions(std::string_view text, Violations& violations) {
  std::vector<Exception> exceptions;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    parse_exception(text.substr(0, end), exceptions, violations);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return exceptions;
}

bool is_excepted(std::vector<Exception>& exceptions, const std::string& key) {
  const auto found = std::ranges::find(exceptions, key, &Exception::key);
  if (found == exceptions.end()) return false;
  found->is_used = true;
  return true;
}

void check_file(const SourceFile& file, std::vector<Exception>& exceptions, Violations& violations) {
  const int lines = count_lines(file.text);
  const std::string says = file.path + ": " + std::to_string(lines) + " lines; ";
  if (lines > kFileCap) {
    violations.push_back(says + "the cap is " + std::to_string(kFileCap) + ", without exception");
  } else if (lines > kFileLines && !is_excepted(exceptions, "file " + file.path)) {
    violations.push_back(says + "above " + std::to_string(kFileLines) +
                         " it needs a line in tests/architecture/exceptions.txt");
  }
  for (const auto& function : functions_of(file)) {
    if (function.lines <= kFunctionCap || is_excepted(exceptions, "function " + file.path + " " + function.name)) {
      continue;
    }
    violations.push_back(file.path + ":" + std::to_string(function.line) + ": '" + function.name + "' has " +
                         std::to_string(function.lines) + " lines; the cap is " + std::to_string(kFunctionCap));
  }
}

}  // namespace

Violations check_sizes(const std::vector<SourceFile>& files, std::string_view exceptions_text) {
  Violations violations;
  auto exceptions = parse_exceptions(exceptions_text, violations);
  for (const auto& file : files) {
    if (is_header(file) || is_implementation(file)) check_file(file, exceptions, violations);
  }
  for (const auto& exception : exceptions) {
    if (exception.is_used) continue;
    violations.push_back("tests/architecture/exceptions.txt: '" + exception.key + "' is not needed; remove it");
  }
  return violations;
}

}  // namespace milepost::architecture
