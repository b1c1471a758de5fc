// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/commit_change.h"

#include <algorithm>
#include <utility>

#include "operations/session.h"
#include "workspace/git.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

// Where the files of the change stood and stand, folders as one path each.
std::vector<std::string> paths_of(const ChangeAnswer& answer) {
  std::vector<std::string> paths;
  for (const ChangedFile& file : answer.files) {
    paths.push_back(file.path);
    if (!file.new_path.empty()) paths.push_back(file.new_path);
  }
  for (const FolderMove& move : answer.folders) {
    paths.push_back(move.from);
    paths.push_back(move.to);
  }
  std::ranges::sort(paths);
  const auto same = std::ranges::unique(paths);
  paths.erase(same.begin(), same.end());
  return paths;
}

std::string default_message(const ChangeAnswer& answer) {
  std::string message = "milepost: " + answer.summary + "\n";
  std::string body;
  for (const std::string& line : answer.lines)
    if (line != answer.summary) body += line + "\n";
  return body.empty() ? message : message + "\n" + body;
}

bool is_part_of(const std::string& path, const std::vector<std::string>& paths) {
  return std::ranges::any_of(paths, [&](const std::string& one) { return path == one || path.starts_with(one + "/"); });
}

}  // namespace

Result<CommitGround> check_commit_ground(Session& session, const std::string& root) {
  const auto layout = find_git_layout(session.files(), root);
  if (!layout) return fail(ErrorKind::usage, "--commit needs a git repository; " + root + " is in none");
  if (session.git() == nullptr) return fail(ErrorKind::unavailable, "git can not be asked here");
  if (const std::string work = find_unfinished_work(session.files(), *layout); !work.empty()) {
    auto failure = fail(ErrorKind::git, "git is in the middle of " + work + "; nothing was written");
    failure.error().hints.emplace_back("end it first (`git status` says how), or do without --commit");
    return failure;
  }
  auto changed = session.git()->changed_paths(root, "HEAD");
  if (changed) return CommitGround{*std::move(changed)};
  if (changed.error().kind == ErrorKind::usage) return CommitGround{};  // nothing was committed yet
  return std::unexpected(std::move(changed).error());
}

Result<void> commit_change(Session& session, const CommitGround& ground, const std::string& root,
                           const std::string& message, ChangeAnswer& answer) {
  const std::vector<std::string> paths = paths_of(answer);
  if (paths.empty()) return {};
  auto commit = session.git()->commit_paths(root, paths, message.empty() ? default_message(answer) : message);
  if (!commit) {
    commit.error().frames.emplace_back("the files are written; only the commit is missing");
    commit.error().hints.emplace_back(
        "commit them yourself when the reason is gone, or `milepost undo` takes them back");
    return std::unexpected(std::move(commit).error());
  }
  answer.commit = *std::move(commit);
  for (const std::string& path : ground.changed)
    if (is_part_of(path, paths))
      answer.remarks.push_back(path + " had changes that were not committed; they are in the commit, too");
  return {};
}

}  // namespace milepost
