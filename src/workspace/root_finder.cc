// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/root_finder.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace milepost {

namespace {

constexpr std::uint64_t kListLimit = std::uint64_t{4} << 20U;

std::string below(const std::string& folder, std::string_view name) {
  return (folder == "/" ? std::string{} : folder) + '/' + std::string(name);
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::optional<std::string> load_text(const FileSystem& files, const std::string& path) {
  ReadBuffer bytes;
  if (!files.read(path, kListLimit, bytes)) return std::nullopt;
  return std::string(bytes.bytes());
}

std::string_view first_line(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  while (text.ends_with('\r') || text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string resolve(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : below(folder, path);
}

// The folder that all work trees of a repository share; info/exclude is there.
std::optional<std::string> find_common_directory(const FileSystem& files, const std::string& top) {
  const std::string dot_git = below(top, ".git");
  const auto stat = files.stat(dot_git);
  if (!stat) return std::nullopt;
  if (stat->kind == FileKind::directory) return dot_git;
  constexpr std::string_view kKey = "gitdir: ";
  const auto text = load_text(files, dot_git);
  if (!text || !text->starts_with(kKey)) return std::nullopt;
  const std::string git_directory = resolve(top, first_line(*text).substr(kKey.size()));
  const auto common = load_text(files, below(git_directory, "commondir"));
  return common ? resolve(git_directory, first_line(*common)) : git_directory;
}

void add_list(const FileSystem& files, const std::string& path, const std::string& above, OuterIgnored& outer) {
  auto text = load_text(files, path);
  if (!text) return;
  IgnoreRules rules = IgnoreRules::parse(*text);
  if (rules.empty()) return;
  outer.chain = std::make_shared<const IgnoreChain>(std::move(outer.chain), above, std::move(rules));
  outer.texts.push_back(*std::move(text));
}

bool is_there(const FileSystem& files, const std::string& path) { return files.stat(path).has_value(); }

}  // namespace

Result<FoundRoot> find_root(const FileSystem& files, const std::string& start) {
  const auto canonical = files.canonical(start);
  if (!canonical) {
    const ErrorKind kind = ErrorKind::io;
    return std::unexpected(
        Error{kind, "The folder can not be opened: " + canonical.error().reason + ".", Place{start, 0, 0}, {}, {}});
  }
  const auto stat = files.stat(*canonical);
  if (stat && stat->kind != FileKind::directory) {
    return std::unexpected(Error{ErrorKind::io, "It is not a folder.", Place{start, 0, 0}, {}, {}});
  }
  for (std::string folder = *canonical;; folder = parent_of(folder)) {
    if (is_there(files, below(folder, ".git"))) return FoundRoot{folder, RootKind::git_work_tree};
    if (is_there(files, below(folder, "milepost.toml"))) return FoundRoot{folder, RootKind::config_file};
    if (folder == "/") break;
  }
  return FoundRoot{*canonical, RootKind::folder};
}

std::optional<std::string> find_git_common_folder(const FileSystem& files, const std::string& root) {
  for (std::string top = root;; top = parent_of(top)) {
    if (auto common = find_common_directory(files, top)) return common;
    if (top == "/" || is_there(files, below(top, ".git"))) return std::nullopt;
  }
}

OuterIgnored load_outer_ignored(const FileSystem& files, const std::string& root) {
  std::string top = root;
  std::vector<std::string> between;  // folders above the root, from the inside out
  while (!is_there(files, below(top, ".git"))) {
    if (top == "/") return {};
    top = parent_of(top);
    between.push_back(top);
  }
  const auto above = [&root](const std::string& folder) {
    if (folder == root) return std::string{};
    return root.substr(folder == "/" ? 1 : folder.size() + 1) + '/';
  };
  OuterIgnored outer;
  if (const auto common = find_common_directory(files, top)) {
    add_list(files, below(*common, "info/exclude"), above(top), outer);
  }
  std::ranges::reverse(between);
  for (const std::string& folder : between) {
    add_list(files, below(folder, ".gitignore"), above(folder), outer);
  }
  return outer;
}

}  // namespace milepost
