// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/purity.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace milepost::architecture {
namespace {

constexpr std::array<std::string_view, 22> kImpureIncludes = {
    "filesystem", "fstream",    "iostream",  "thread",    "mutex",   "shared_mutex", "condition_variable",
    "future",     "stop_token", "semaphore", "latch",     "barrier", "atomic",       "unistd.h",
    "fcntl.h",    "dirent.h",   "pthread.h", "sqlite3.h", "ctime",   "time.h",       "csignal",
    "signal.h"};

constexpr std::array<std::string_view, 14> kImpureWords = {
    "getenv",        "::now(",       "std::filesystem", "std::cout", "std::cerr",  "std::cin",   "std::this_thread",
    "random_device", "std::jthread", "std::rand(",      "fopen(",    "std::time(", "setlocale(", "std::system("};

bool is_impure(const Include& include) {
  if (include.is_quoted) return false;
  const bool is_system = include.name.starts_with("sys/") || include.name.starts_with("boost/asio");
  return is_system || std::ranges::find(kImpureIncludes, include.name) != kImpureIncludes.end();
}

int line_of(std::string_view text, std::size_t at) { return count_lines(text.substr(0, at)) + 1; }

}  // namespace

Violations check_purity(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const auto& file : files) {
    if (!is_below(file, "src/core") || is_test(file) || !(is_header(file) || is_implementation(file))) continue;
    for (const auto& include : includes_of(file)) {
      if (!is_impure(include)) continue;
      violations.push_back(file.path + ":" + std::to_string(include.line) + ": <" + include.name +
                           "> is not for src/core, which is pure; take the value as a parameter");
    }
    const std::string code = code_only(file.text);
    for (const auto word : kImpureWords) {
      const auto at = code.find(word);
      if (at == std::string::npos) continue;
      violations.push_back(file.path + ":" + std::to_string(line_of(code, at)) + ": '" + std::string{word} +
                           "' is not for src/core, which is pure; take the value as a parameter");
    }
  }
  return violations;
}

Violations check_library_headers(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const auto& file : files) {
    // Readers of our TOML files share one wrapper; it is a header because they all walk the library's tree.
    const bool is_wrapper = file.path == "src/core/document/strict_toml.h";
    if (!is_below(file, "src/core") || !is_header(file) || is_wrapper) continue;
    for (const auto& include : includes_of(file)) {
      const bool is_standard = include.name.find_first_of("./") == std::string::npos && include.name != "re2";
      if (include.is_quoted || is_standard) continue;
      violations.push_back(file.path + ":" + std::to_string(include.line) + ": <" + include.name +
                           "> is a library; include it in the .cc that wraps it");
    }
  }
  return violations;
}

}  // namespace milepost::architecture
