// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/root_finder.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "workspace/git_layout.h"

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

OuterIgnored load_outer_ignored(const FileSystem& files, const std::string& root) {
  const auto layout = find_git_layout(files, root);
  if (!layout) return {};
  const std::string& top = layout->top;
  std::vector<std::string> between;  // folders above the root, from the inside out
  for (std::string folder = root; folder != top;) between.push_back(folder = parent_of(folder));
  const auto above = [&root](const std::string& folder) {
    if (folder == root) return std::string{};
    return root.substr(folder == "/" ? 1 : folder.size() + 1) + '/';
  };
  OuterIgnored outer;
  add_list(files, below(layout->common, "info/exclude"), above(top), outer);
  std::ranges::reverse(between);
  for (const std::string& folder : between) {
    add_list(files, below(folder, ".gitignore"), above(folder), outer);
  }
  return outer;
}

}  // namespace milepost
