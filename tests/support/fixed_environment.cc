// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/fixed_environment.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace milepost::testing {
namespace {

// What the person at the keyboard may still say to a test run.
constexpr std::array<std::string_view, 3> kKept = {"MILEPOST_CORPUS", "MILEPOST_RUN_LOG", "MILEPOST_ACCEPT"};

constexpr std::array<std::string_view, 12> kRemoved = {"PAGER",    "LESS",           "LV",          "NO_COLOR",
                                                       "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM",
                                                       "COLUMNS",  "LINES",          "EDITOR",      "VISUAL"};

constexpr std::array<std::pair<const char*, const char*>, 12> kFixed = {{
    {"TERM", "dumb"},
    {"LC_ALL", "C.UTF-8"},
    {"LANG", "C.UTF-8"},
    {"TZ", "UTC"},
    {"MILEPOST_TODAY", kTestToday},
    {"GIT_CONFIG_GLOBAL", "/dev/null"},
    {"GIT_CONFIG_NOSYSTEM", "1"},
    {"GIT_TERMINAL_PROMPT", "0"},
    {"GIT_AUTHOR_NAME", "Test Author"},
    {"GIT_AUTHOR_EMAIL", "author@example.com"},
    {"GIT_COMMITTER_NAME", "Test Author"},
    {"GIT_COMMITTER_EMAIL", "author@example.com"},
}};

bool is_foreign(std::string_view name) {
  for (const auto kept : kKept) {
    if (name == kept) return false;
  }
  for (const auto removed : kRemoved) {
    if (name == removed) return true;
  }
  // GIT_DIR and its like are set when the tests run from a git hook.
  return name.starts_with("MILEPOST_") || name.starts_with("GIT_") || name.starts_with("XDG_");
}

}  // namespace

void fix_environment() {
  std::vector<std::string> foreign;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text{*entry};
    const std::string_view name = text.substr(0, text.find('='));
    if (is_foreign(name)) foreign.emplace_back(name);
  }
  for (const auto& name : foreign) ::unsetenv(name.c_str());
  for (const auto& [name, value] : kFixed) ::setenv(name, value, 1);
  ::setenv("GIT_AUTHOR_DATE", "2026-01-15T12:00:00Z", 1);
  ::setenv("GIT_COMMITTER_DATE", "2026-01-15T12:00:00Z", 1);
}

void move_home_to(const std::string& folder) {
  ::setenv("HOME", folder.c_str(), 1);
  ::setenv("XDG_CONFIG_HOME", (folder + "/.config").c_str(), 1);
  ::setenv("XDG_CACHE_HOME", (folder + "/.cache").c_str(), 1);
  ::setenv("XDG_STATE_HOME", (folder + "/.local/state").c_str(), 1);
  ::setenv("XDG_DATA_HOME", (folder + "/.local/share").c_str(), 1);
}

}  // namespace milepost::testing
