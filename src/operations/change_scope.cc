// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/change_scope.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/document/path_parts.h"
#include "operations/affected_documents.h"
#include "workspace/git.h"
#include "workspace/git_layout.h"
#include "workspace/path_filter.h"

namespace milepost {
namespace {

Result<const Git*> ask_git(Session& session) {
  if (session.git() == nullptr) return fail(ErrorKind::unavailable, "git can not be asked here");
  const auto workspace = session.workspace();
  if (!workspace) return std::unexpected(workspace.error());
  if (find_git_layout(session.files(), (*workspace)->root())) return session.git();
  return fail(ErrorKind::usage, "this needs a git repository; " + (*workspace)->root() + " is in none");
}

bool is_shallow(Session& session) {
  const auto layout = find_git_layout(session.files(), session.root());
  return layout && session.files().stat(layout->common + "/shallow").has_value();
}

constexpr const char* kShallowHint =
    "this clone is shallow, its history was cut off; `git fetch --unshallow` gets the rest (in a GitHub workflow: "
    "fetch-depth: 0)";

std::uint64_t file_limit(Session& session) {
  return static_cast<std::uint64_t>(session.opened()->config().get_integer("scan.max_file_size"));
}

Result<void> load_unstaged(Session& session, const std::vector<GitVersion>& index,
                           const std::vector<std::string>& unstaged, ChangeScope& scope) {
  std::vector<std::string> paths;
  std::vector<std::string> blobs;
  for (const std::string& path : unstaged) {
    const auto entry = std::ranges::lower_bound(index, path, {}, &GitVersion::path);
    if (!PathFilter::is_markdown_name(file_name_of(path)) || entry == index.end() || entry->path != path) continue;
    paths.push_back(path);
    blobs.push_back(entry->blob);
  }
  if (paths.empty()) return {};
  auto texts = session.git()->load_blobs(session.root(), blobs, file_limit(session));
  if (!texts) return std::unexpected(std::move(texts).error());
  for (std::size_t i = 0; i < paths.size(); ++i) scope.bytes[paths[i]] = std::move((*texts)[i]);
  return {};
}

}  // namespace

std::string find_repository_folder(const Session& session) {
  const std::string root = session.root();
  const auto layout = find_git_layout(session.files(), root);
  if (!layout || root.size() <= layout->top.size() || !root.starts_with(layout->top + "/")) return {};
  return root.substr(layout->top.size() + 1) + "/";
}

Result<ChangeScope> find_changes_since(Session& session, const std::string& revision) {
  const auto git = ask_git(session);
  if (!git) return std::unexpected(git.error());
  auto base = (*git)->merge_base(session.root(), revision);
  if (!base) {
    if (is_shallow(session)) base.error().hints.emplace_back(kShallowHint);
    return std::unexpected(std::move(base).error());
  }
  if (!*base) {
    auto failure = fail(ErrorKind::usage, "HEAD and '" + revision + "' have no commit in common");
    if (is_shallow(session)) failure.error().hints.emplace_back(kShallowHint);
    return failure;
  }
  auto changed = (*git)->changed_paths(session.root(), **base);
  if (!changed) return std::unexpected(std::move(changed).error());
  return ChangeScope{std::move(**base), *std::move(changed), {}};
}

Result<ChangeScope> find_staged_changes(Session& session) {
  const auto git = ask_git(session);
  if (!git) return std::unexpected(git.error());
  auto staged = (*git)->staged_paths(session.root());
  if (!staged) return std::unexpected(std::move(staged).error());
  const auto index = (*git)->index_files(session.root());
  if (!index) return std::unexpected(index.error());
  const auto unstaged = (*git)->unstaged_paths(session.root());
  if (!unstaged) return std::unexpected(unstaged.error());
  ChangeScope scope{{}, *std::move(staged), {}};
  if (auto loaded = load_unstaged(session, *index, *unstaged, scope); !loaded) return std::unexpected(loaded.error());
  const auto scan = session.scan();
  if (!scan) return std::unexpected(scan.error());
  for (const DocumentSummary& document : (*scan)->corpus.documents()) {
    const bool is_tracked = std::ranges::binary_search(*index, document.path, {}, &GitVersion::path);
    if (!is_tracked) scope.bytes[document.path] = std::nullopt;
  }
  return scope;
}

std::vector<std::string> affected_paths(const RuleSession& rules, const std::vector<std::string>& changed) {
  const auto& documents = rules.corpus().documents();
  std::set<std::string> affected(changed.begin(), changed.end());
  for (const std::uint32_t document : affected_documents(rules.corpus(), changed))
    affected.insert(documents[document].path);
  std::vector<std::string> gone;
  for (const std::string& path : changed) {
    const bool is_there = std::ranges::binary_search(documents, path, {}, &DocumentSummary::path);
    if (!is_there && !rules.workspace().has(path)) gone.emplace_back(file_name_of(path));
  }
  if (!gone.empty()) {
    std::vector<std::string> paths;
    for (const DocumentSummary& document : documents) paths.push_back(document.path);
    for (std::string& path : rules.workspace().find_files_with(paths, gone)) affected.insert(std::move(path));
  }
  return {affected.begin(), affected.end()};
}

Result<std::map<std::string, std::optional<std::string>>> load_base(Session& session, const ChangeScope& scope) {
  const std::string folder = find_repository_folder(session);
  std::vector<std::string> paths;
  std::vector<std::string> names;
  for (const std::string& path : scope.changed) {
    if (!PathFilter::is_markdown_name(file_name_of(path))) continue;
    paths.push_back(path);
    names.push_back(scope.base + ":" + folder + path);
  }
  std::map<std::string, std::optional<std::string>> bytes;
  auto texts = session.git()->load_blobs(session.root(), names, file_limit(session));
  if (!texts) return std::unexpected(std::move(texts).error());
  for (std::size_t i = 0; i < paths.size(); ++i) bytes[paths[i]] = std::move((*texts)[i]);
  return bytes;
}

}  // namespace milepost
