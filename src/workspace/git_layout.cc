// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/git_layout.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace milepost {
namespace {

constexpr std::uint64_t kFactLimit = std::uint64_t{64} << 10U;

std::string below(const std::string& folder, std::string_view name) {
  return (folder == "/" ? std::string{} : folder) + '/' + std::string(name);
}

// The first line of one of git's own small files; "" when there is none.
std::string load_line(const FileSystem& files, const std::string& path) {
  ReadBuffer bytes;
  if (!files.read(path, kFactLimit, bytes)) return {};
  std::string_view line = bytes.bytes().substr(0, bytes.bytes().find('\n'));
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return std::string(line);
}

std::string resolve(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : below(folder, path);
}

std::string canonical_or(const FileSystem& files, const std::string& path) {
  return files.canonical(path).value_or(path);
}

// What `.git` of a work tree leads to: the folder itself, or the one that a linked work tree or submodule names.
std::optional<std::string> find_git_directory(const FileSystem& files, const std::string& top) {
  const std::string dot_git = below(top, ".git");
  const auto stat = files.stat(dot_git);
  if (!stat) return std::nullopt;
  if (stat->kind == FileKind::directory) return dot_git;
  constexpr std::string_view kKey = "gitdir: ";
  const std::string line = load_line(files, dot_git);
  if (!line.starts_with(kKey)) return std::nullopt;
  return resolve(top, std::string_view(line).substr(kKey.size()));
}

std::string detached_head(const FileSystem& files, const std::string& git_directory) {
  const std::string head = load_line(files, below(git_directory, "HEAD"));
  const bool is_commit =
      (head.size() == 40 || head.size() == 64) && head.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_commit ? head : std::string();
}

}  // namespace

std::optional<GitLayout> find_git_layout(const FileSystem& files, const std::string& folder) {
  std::string top = folder;
  while (!files.stat(below(top, ".git"))) {
    const std::size_t slash = top.rfind('/');
    if (top == "/" || slash == std::string::npos) return std::nullopt;
    top = slash == 0 ? "/" : top.substr(0, slash);
  }
  const auto git_directory = find_git_directory(files, top);
  if (!git_directory) return std::nullopt;
  const std::string common = load_line(files, below(*git_directory, "commondir"));
  const std::string directory = common.empty() ? *git_directory : resolve(*git_directory, common);
  return GitLayout{top, canonical_or(files, directory), *git_directory};
}

std::string find_unfinished_work(const FileSystem& files, const GitLayout& layout) {
  static constexpr std::array<std::pair<const char*, const char*>, 6> kMarks{{{"MERGE_HEAD", "a merge"},
                                                                              {"rebase-merge", "a rebase"},
                                                                              {"rebase-apply", "a rebase"},
                                                                              {"CHERRY_PICK_HEAD", "a cherry-pick"},
                                                                              {"REVERT_HEAD", "a revert"},
                                                                              {"sequencer", "a cherry-pick"}}};
  for (const auto& [name, work] : kMarks)
    if (files.stat(below(layout.directory, name))) return work;
  return {};
}

std::vector<GitWorkTree> list_work_trees(const FileSystem& files, const std::string& common) {
  std::vector<GitWorkTree> trees;
  // The main work tree is where `.git` stands. One that is elsewhere (core.worktree) or missing (a bare repository)
  // is not found so; it is the folder that somebody works in, or there is none.
  if (common.ends_with("/.git")) trees.push_back({common.substr(0, common.size() - 5), detached_head(files, common)});
  const std::string linked = below(common, "worktrees");
  const auto folder = files.open_directory(linked);
  EntryList entries;
  if (!folder || !(*folder)->list(entries)) return trees;
  entries.sort_by_name();
  for (const auto& entry : entries.entries()) {
    const std::string directory = below(linked, entries.name(entry));
    const std::string dot_git = load_line(files, below(directory, "gitdir"));
    if (!dot_git.ends_with("/.git")) continue;
    trees.push_back({resolve(directory, dot_git.substr(0, dot_git.size() - 5)), detached_head(files, directory)});
  }
  return trees;
}

}  // namespace milepost
