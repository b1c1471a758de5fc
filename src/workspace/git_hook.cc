// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/git_hook.h"

#include <algorithm>

#include "workspace/file_system.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

constexpr std::uint64_t kLargestConfig = std::uint64_t{1} << 20U;

// The key in any spelling; a comment that names it only makes us careful.
bool names_hooks_path(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text.find("hookspath") != std::string::npos;
}

}  // namespace

std::optional<HookPlace> find_hook_place(const FileSystem& files, const std::string& root, std::string_view name) {
  const auto layout = find_git_layout(files, root);
  if (!layout) return std::nullopt;
  HookPlace place;
  place.folder = layout->common;
  place.path = layout->common + "/hooks/" + std::string(name);
  place.is_taken = files.stat(place.path).has_value();
  ReadBuffer config;
  if (files.read(layout->common + "/config", kLargestConfig, config))
    place.is_custom = names_hooks_path(std::string(config.bytes()));
  return place;
}

}  // namespace milepost
