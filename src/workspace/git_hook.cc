// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/git_hook.h"

#include "workspace/file_writer.h"
#include "workspace/git.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

constexpr std::string_view kName = "pre-commit";
constexpr std::string_view kBefore = ".before-milepost";
constexpr std::string_view kMark = "# Made by `milepost hooks install`";
constexpr std::uint64_t kLargestHook = std::uint64_t{1} << 20U;
constexpr std::uint32_t kRunnable = 0777;

std::unexpected<Error> refuse(const std::string& path, const FileFailure& failure) {
  const bool exists = failure.trouble == FileTrouble::exists;
  return fail(exists ? ErrorKind::conflict : ErrorKind::io, path + " can not be written: " + failure.reason);
}

bool is_inside(std::string_view path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// The folder with the hooks, absolute.
Result<std::string> hook_folder(const FileSystem& files, const Git* git, const GitLayout& layout) {
  std::string folder = layout.common + "/hooks";
  if (git == nullptr) return folder;
  auto configured = git->hooks_path(layout.top);
  if (!configured) return std::unexpected(std::move(configured).error());
  if (!*configured || (*configured)->empty()) return folder;
  folder = (*configured)->front() == '/' ? **configured : layout.top + "/" + **configured;
  return files.canonical(folder).value_or(folder);
}

HookState state_of(const FileSystem& files, const std::string& path) {
  ReadBuffer bytes;
  const auto read = files.read(path, kLargestHook, bytes);
  if (!read) return read.error().trouble == FileTrouble::not_found ? HookState::absent : HookState::other;
  if (bytes.bytes() == hook_text()) return HookState::ours;
  return bytes.bytes().find(kMark) == std::string_view::npos ? HookState::other : HookState::ours_changed;
}

}  // namespace

std::string hook_text() {
  return "#!/bin/sh\n" + std::string(kMark) +
         ": what is to be committed is checked before.\n"
         "# `git commit --no-verify` goes past it; `milepost hooks uninstall` takes it away.\n"
         "before=\"$0" +
         std::string(kBefore) +
         "\"\n"
         "if [ -x \"$before\" ]; then \"$before\" \"$@\" || exit; fi\n"
         "command -v milepost >/dev/null 2>&1 || exit 0\n"
         "exec milepost check --staged\n";
}

Result<std::optional<HookPlace>> find_hook_place(const FileSystem& files, const Git* git, const std::string& root) {
  const auto layout = find_git_layout(files, root);
  if (!layout) return std::nullopt;
  auto folder = hook_folder(files, git, *layout);
  if (!folder) return std::unexpected(std::move(folder).error());
  HookPlace place;
  place.path = *folder + "/" + std::string(kName);
  place.before = place.path + std::string(kBefore);
  place.state = state_of(files, place.path);
  place.has_before = files.stat(place.before).has_value();
  place.is_shared = !is_inside(*folder, layout->top) && !is_inside(*folder, layout->common);
  return place;
}

Result<void> lay_aside_hook(const FileWriter& writer, const HookPlace& place) {
  const auto moved = writer.rename_noreplace(place.path, place.before);
  if (!moved) return refuse(place.before, moved.error());
  return {};
}

Result<void> put_back_hook(const FileWriter& writer, const HookPlace& place) {
  const auto moved = writer.rename_noreplace(place.before, place.path);
  if (!moved) return refuse(place.path, moved.error());
  return {};
}

Result<void> remove_hook(const FileWriter& writer, const HookPlace& place) {
  if (const auto removed = writer.unlink(place.path); !removed) return refuse(place.path, removed.error());
  return place.has_before ? put_back_hook(writer, place) : Result<void>{};
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
