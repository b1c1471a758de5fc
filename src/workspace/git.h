// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Git: the port to the `git` program: a handful of questions, each answered by one process however many refs, commits
// or files there are. Nothing here changes a repository but `commit_paths`. A repository is hostile input: its hooks,
// filters and helpers are never run by a question, and nothing is fetched (docs/design/git.md).
// `folder` is any folder of a work tree, absolute. Errors: git, when the program is missing, the folder is in no
// repository, the repository is broken or not trusted; what git said stands in the message.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"

namespace milepost {

struct GitRef {
  std::string name;    // "refs/heads/main"
  std::string object;  // of a tag: the tag itself
};

struct GitCommit {
  std::string id;
  std::string author;
  std::int64_t time = 0;  // of the committer, seconds since 1970
  std::string subject;
};

struct GitVersion {
  std::string path;
  std::string blob;
};

// What a commit did to a file, beside its first parent. Merges do nothing.
struct GitChange {
  enum class Kind : char { added = 'A', changed = 'M', deleted = 'D', moved = 'R' };  // moved: byte for byte
  Kind kind = Kind::changed;
  std::string path;      // from the top of the repository
  std::string old_path;  // of what was moved
  std::string old_blob, new_blob;
  std::uint32_t commit = 0;  // index into GitChanges::commits
};

struct GitChangeSource {
  std::optional<Date> day;  // of the author
  std::string ref;          // of GitReach::from, by which the commit was reached
};

struct GitChanges {
  std::vector<GitChangeSource> commits;  // each before its parents
  std::vector<GitChange> changes;        // in their order; of files that are Markdown by name
};

// Which commits are looked at: those that can be reached from `from` and not from `without`. Objects that are gone are
// passed over.
struct GitReach {
  std::vector<std::string> from;
  std::vector<std::string> without;
};

class Git {
 public:
  Git() = default;
  Git(const Git&) = delete;
  Git& operator=(const Git&) = delete;
  virtual ~Git() = default;

  // Local branches, remote-tracking branches, tags, stashes and all others, by name.
  [[nodiscard]] virtual Result<std::vector<GitRef>> refs(const std::string& folder) const = 0;

  // The paths of all files that ever came into being in these commits, from the top of the repository, in no order,
  // perhaps several times. What was deleted since is among them.
  [[nodiscard]] virtual Result<std::vector<std::string>> added_paths(const std::string& folder,
                                                                     const GitReach& reach) const = 0;

  // What these commits did to Markdown files. `reach.from` names refs.
  [[nodiscard]] virtual Result<GitChanges> changes_in(const std::string& folder, const GitReach& reach) const = 0;

  // Every version that these files ever had in any commit of any ref; paths from the top of the repository. Each pair
  // of path and blob once.
  [[nodiscard]] virtual Result<std::vector<GitVersion>> versions_of(const std::string& folder,
                                                                    std::span<const std::string> paths) const = 0;

  // The files of a commit, from the top of the repository.
  [[nodiscard]] virtual Result<std::vector<GitVersion>> files_of(const std::string& folder,
                                                                 const std::string& revision) const = 0;

  // What stands in these objects ("<blob>", "<revision>:<path from the top>"), in this order; nothing for one that does
  // not exist or is larger than `limit`.
  [[nodiscard]] virtual Result<std::vector<std::optional<std::string>>> load_blobs(const std::string& folder,
                                                                                   std::span<const std::string> names,
                                                                                   std::uint64_t limit) const = 0;

  // The newest commit that changed the file, seen from HEAD; nothing when there is none. `path` is relative to
  // `folder`.
  [[nodiscard]] virtual Result<std::optional<GitCommit>> last_change(const std::string& folder,
                                                                     const std::string& path) const = 0;

  // Files of the work tree that differ from `revision`: changed, new (also untracked, unless ignored), deleted;
  // relative to `folder`, sorted. Errors: usage, when there is no such revision.
  [[nodiscard]] virtual Result<std::vector<std::string>> changed_paths(const std::string& folder,
                                                                       const std::string& revision) const = 0;

  // Files whose staged version differs from HEAD, deleted ones too; relative to `folder`, sorted.
  [[nodiscard]] virtual Result<std::vector<std::string>> staged_paths(const std::string& folder) const = 0;

  // The newest commit that both HEAD and `revision` come from; nothing when they have none in common, or when a shallow
  // clone ends before it. Errors: usage, when there is no such revision.
  [[nodiscard]] virtual Result<std::optional<std::string>> merge_base(const std::string& folder,
                                                                      const std::string& revision) const = 0;

  // What the next commit would hold below `folder`: paths relative to it with their objects, sorted.
  [[nodiscard]] virtual Result<std::vector<GitVersion>> index_files(const std::string& folder) const = 0;

  // Files that stand in the work tree otherwise than in the index, deleted ones too; relative to `folder`, sorted.
  [[nodiscard]] virtual Result<std::vector<std::string>> unstaged_paths(const std::string& folder) const = 0;

  // Where the configuration of the user, the system or the repository says that hooks are (core.hooksPath), with "~"
  // spelt out; relative to the top of the work tree. Nothing when none says anything.
  [[nodiscard]] virtual Result<std::optional<std::string>> hooks_path(const std::string& folder) const = 0;

  // Commits exactly these files as they stand in the work tree, new and deleted ones too, and leaves everything else
  // that is staged alone. The user's own hooks run. `paths` are relative to `folder`. Gives the new commit's id.
  [[nodiscard]] virtual Result<std::string> commit_paths(const std::string& folder, std::span<const std::string> paths,
                                                         const std::string& message) const = 0;
};

}  // namespace milepost
