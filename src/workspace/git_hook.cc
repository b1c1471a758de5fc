// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/git_hook.h"

#include <algorithm>

#include "workspace/file_writer.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

constexpr std::uint64_t kLargestConfig = std::uint64_t{1} << 20U;
constexpr std::uint32_t kRunnable = 0777;

// The key in any spelling; a comment that names it only makes us careful.
bool names_hooks_path(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text.find("hookspath") != std::string::npos;
}

std::unexpected<Error> refuse(const std::string& path, const FileFailure& failure) {
  const bool exists = failure.trouble == FileTrouble::exists;
  return fail(exists ? ErrorKind::conflict : ErrorKind::io, path + " can not be written: " + failure.reason);
}

}  // namespace

std::optional<HookPlace> find_hook_place(const FileSystem& files, const std::string& root, std::string_view name) {
  const auto layout = find_git_layout(files, root);
  if (!layout) return std::nullopt;
  HookPlace place;
  place.path = layout->common + "/hooks/" + std::string(name);
  place.is_taken = files.stat(place.path).has_value();
  ReadBuffer config;
  if (files.read(layout->common + "/config", kLargestConfig, config))
    place.is_custom = names_hooks_path(std::string(config.bytes()));
  return place;
}

Result<void> write_new_program(const FileWriter& writer, const std::string& path, std::string_view text) {
  const auto file = writer.create(path, kRunnable);
  if (!file) return refuse(path, file.error());
  auto written = writer.write(*file, text);
  if (written) written = writer.sync(*file);
  const auto closed = writer.close(*file);
  if (written && closed) return {};
  const auto removed = writer.unlink(path);
  auto failure = refuse(path, written ? closed.error() : written.error());
  if (!removed) failure.error().hints.push_back(path + " is there, but not complete; remove it");
  return failure;
}

}  // namespace milepost
