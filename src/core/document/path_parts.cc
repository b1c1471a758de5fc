// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/path_parts.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace milepost {
namespace {

bool same_letter(char a, char b) { return to_lower(a) == to_lower(b); }

}  // namespace

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

bool equals_ignoring_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, same_letter); }

bool contains_ignoring_case(std::string_view text, std::string_view lower_case_word) {
  return !std::ranges::search(text, lower_case_word, same_letter).empty() || lower_case_word.empty();
}

std::size_t count_shared_folders(std::string_view path, std::string_view other_path) {
  // Blocks first: paths of one tree share long beginnings.
  constexpr std::size_t kBlock = 16;
  const std::size_t shortest = std::min(path.size(), other_path.size());
  std::size_t same = 0;
  while (same + kBlock <= shortest && path.compare(same, kBlock, other_path, same, kBlock) == 0) same += kBlock;
  while (same < shortest && path[same] == other_path[same]) ++same;
  return static_cast<std::size_t>(std::ranges::count(path.substr(0, same), '/'));
}

}  // namespace milepost
