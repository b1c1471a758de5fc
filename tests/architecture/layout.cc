// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/layout.h"

#include <algorithm>

namespace milepost::architecture {
namespace {

constexpr std::string_view kLicenceHead =
    "// SPDX-FileCopyrightText: the milepost authors\n"
    "// SPDX-License-Identifier: MIT\n";

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// What is wrong with the comment that opens a header, "" when nothing is.
std::string header_trouble(std::string_view text) {
  if (take_line(text) != "//") return "an empty comment line must follow the licence head";
  int lines = 0;
  while (text.starts_with("//")) {
    take_line(text);
    ++lines;
  }
  if (lines < 2 || lines > 8) return "the opening comment must have 2 to 8 lines, it has " + std::to_string(lines);
  if (!text.starts_with("#pragma once\n")) return "#pragma once must follow the opening comment";
  return "";
}

bool is_listed(std::string_view build_file, std::string_view name) {
  const auto is_edge = [](char c) { return c == ' ' || c == '\n' || c == '"' || c == '(' || c == ')' || c == '/'; };
  for (auto at = build_file.find(name); at != std::string_view::npos; at = build_file.find(name, at + 1)) {
    const auto end = at + name.size();
    const auto line = build_file.substr(build_file.rfind('\n', at) + 1);
    const bool is_comment = line.starts_with('#');
    const bool is_whole =
        (at == 0 || is_edge(build_file[at - 1])) && (end == build_file.size() || is_edge(build_file[end]));
    if (is_whole && !is_comment) return true;
  }
  return false;
}

// The build file that is responsible for a path: the one in its folder, or in the nearest folder above.
const SourceFile* find_build_file(const std::vector<SourceFile>& files, std::string_view path) {
  for (std::string folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (const auto* found = find_file(files, folder + "/CMakeLists.txt")) return found;
  }
  return nullptr;
}

}  // namespace

Violations check_heads(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const auto& file : files) {
    if (!is_header(file) && !is_implementation(file)) continue;
    if (!file.text.starts_with(kLicenceHead)) {
      violations.push_back(file.path + ": must open with the two SPDX lines");
      continue;
    }
    if (!is_header(file)) continue;
    const auto trouble = header_trouble(std::string_view{file.text}.substr(kLicenceHead.size()));
    if (!trouble.empty()) violations.push_back(file.path + ": " + trouble);
  }
  return violations;
}

Violations check_registered(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const auto& file : files) {
    if (!is_implementation(file)) continue;
    const auto* build_file = find_build_file(files, file.path);
    if (build_file == nullptr) {
      violations.push_back(file.path + ": no CMakeLists.txt in its folder or above");
      continue;
    }
    const auto name = std::string_view{file.path}.substr(folder_of(build_file->path).size() + 1);
    if (!is_listed(build_file->text, name)) {
      violations.push_back(file.path + ": is not named in " + build_file->path);
    }
  }
  return violations;
}

}  // namespace milepost::architecture
