// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/page_links.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string_view>

namespace milepost::architecture {
namespace {

// "[text](target#anchor)"
const std::regex kLink{R"(\]\(([^)#\s]+)(#[^)]*)?\))"};
const std::regex kCode{R"(`([^`]*)`)"};
constexpr std::array<std::string_view, 3> kFolders = {"src/", "tests/", "cmake/"};

// A path with a pattern in it ("NAME", "*") or with the name "x" is an example and names no file.
bool is_path(std::string_view code) {
  if (std::ranges::none_of(kFolders, [&](auto folder) { return code.starts_with(folder); })) return false;
  if (code.find("/x.") != std::string_view::npos || code.find("/x/") != std::string_view::npos) return false;
  return code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_./") == std::string_view::npos;
}

std::string outside_fences(std::string_view text) {
  std::istringstream lines{std::string{text}};
  std::string kept;
  bool is_inside = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_fence = line.starts_with("```") || line.starts_with("~~~");
    if (is_fence) is_inside = !is_inside;
    if (!is_fence && !is_inside) kept += line + "\n";
  }
  return kept;
}

std::string resolved(const std::string& page, const std::string& target) {
  return (std::filesystem::path{page}.parent_path() / target).lexically_normal().generic_string();
}

}  // namespace

std::vector<std::string> paths_named_in(const SourceFile& page) {
  const std::string text = outside_fences(page.text);
  std::vector<std::string> paths;
  for (std::sregex_iterator at{text.begin(), text.end(), kCode}, end; at != end; ++at)
    if (const std::string code = (*at)[1]; is_path(code)) paths.push_back(code);
  const std::string prose = std::regex_replace(text, kCode, "");
  for (std::sregex_iterator at{prose.begin(), prose.end(), kLink}, end; at != end; ++at) {
    const std::string target = (*at)[1];
    if (target.find("://") == std::string::npos) paths.push_back(resolved(page.path, target));
  }
  return paths;
}

std::vector<SourceFile> load_pages(const std::string& repository) {
  std::vector<SourceFile> pages;
  const std::filesystem::path root{repository};
  const auto take = [&](const std::filesystem::directory_entry& entry) {
    if (entry.is_regular_file() && entry.path().extension() == ".md")
      pages.push_back({entry.path().lexically_relative(root).generic_string(), load_text(entry.path().string())});
  };
  for (const auto& entry : std::filesystem::directory_iterator{root}) take(entry);
  for (const auto& entry : std::filesystem::recursive_directory_iterator{root / "docs"}) take(entry);
  std::ranges::sort(pages, {}, &SourceFile::path);
  return pages;
}

Violations check_links(const std::vector<SourceFile>& pages, const PathExists& exists) {
  Violations violations;
  for (const auto& page : pages)
    for (const auto& path : paths_named_in(page))
      if (!exists(path)) violations.push_back(page.path + " names " + path + ", which is not there");
  return violations;
}

}  // namespace milepost::architecture
