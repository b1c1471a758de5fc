// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/path_filter.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"

namespace milepost {

namespace {

using namespace std::string_view_literals;

constexpr std::array kEndings = {".md"sv, ".markdown"sv, ".mdown"sv, ".mkd"sv};

bool ends_with_any_case(std::string_view name, std::string_view ending) {
  if (name.size() <= ending.size()) return false;
  return std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, to_lower);
}

std::string_view last_part(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

PathVerdict PathFilter::judge(std::string_view path, PathKind kind, PathVerdict within,
                              const IgnoreChain* ignored) const {
  const bool is_folder = kind == PathKind::directory;
  if (is_folder && SkippedFolders::is_version_control(last_part(path))) return PathVerdict::leave_out;
  if (exclude_.decide(path, kind).value_or(false)) return PathVerdict::leave_out;
  const bool left_out = within == PathVerdict::only_included || (is_folder && skipped_.has(path)) ||
                        IgnoreChain::is_ignored(ignored, path, kind);
  if (!left_out || include_.decide(path, kind).value_or(false)) return PathVerdict::read;
  return is_folder && include_.may_match_below(path) ? PathVerdict::only_included : PathVerdict::leave_out;
}

bool PathFilter::is_markdown_name(std::string_view name) {
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return ends_with_any_case(name, ending); });
}

}  // namespace milepost
