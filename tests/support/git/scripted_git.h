// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ScriptedGit: the Git port with answers that a test wrote down, and a list of what was asked. It stands for one
// repository and knows no folders.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workspace/git.h"

namespace milepost {

class ScriptedGit final : public Git {
 public:
  std::vector<GitRef> all_refs;
  std::map<std::string, std::vector<std::string>> added_by;  // commit -> paths that it adds
  GitChanges changes;                                        // of HEAD
  GitChanges other_changes;                                  // of everything else
  std::vector<GitVersion> versions;
  std::map<std::string, std::string> blobs;
  std::vector<std::string> changed;
  std::vector<std::string> staged;
  std::optional<Error> failure;                // of every question
  mutable std::vector<std::string> questions;  // "refs", "added_paths 3" (commits that were new) ...

  [[nodiscard]] Result<std::vector<GitRef>> refs(const std::string&) const override { return answer("refs", all_refs); }
  [[nodiscard]] Result<std::vector<std::string>> added_paths(const std::string&, const GitReach& reach) const override {
    std::vector<std::string> paths;
    for (const std::string& commit : reach.from) {
      const auto found = added_by.find(commit);
      if (found != added_by.end()) paths.insert(paths.end(), found->second.begin(), found->second.end());
    }
    return answer("added_paths " + std::to_string(reach.from.size()), std::move(paths));
  }
  [[nodiscard]] Result<GitChanges> changes_in(const std::string&, const GitReach& reach) const override {
    const bool is_of_head = reach.from == std::vector<std::string>{"HEAD"};
    return answer(is_of_head ? "changes_in HEAD" : "changes_in others", is_of_head ? changes : other_changes);
  }
  [[nodiscard]] Result<std::vector<GitVersion>> versions_of(const std::string&,
                                                            std::span<const std::string> paths) const override {
    std::vector<GitVersion> found;
    for (const GitVersion& version : versions)
      for (const std::string& path : paths)
        if (path == version.path) found.push_back(version);
    return answer("versions_of", std::move(found));
  }
  [[nodiscard]] Result<std::vector<GitVersion>> files_of(const std::string&, const std::string&) const override {
    return answer("files_of", versions);
  }
  [[nodiscard]] Result<std::vector<std::optional<std::string>>> load_blobs(const std::string&,
                                                                           std::span<const std::string> names,
                                                                           std::uint64_t) const override {
    std::vector<std::optional<std::string>> texts;
    for (const std::string& name : names) {
      const auto found = blobs.find(name);
      texts.push_back(found == blobs.end() ? std::nullopt : std::optional(found->second));
    }
    return answer("load_blobs", std::move(texts));
  }
  [[nodiscard]] Result<std::optional<GitCommit>> last_change(const std::string&, const std::string&) const override {
    return answer("last_change", std::optional<GitCommit>());
  }
  [[nodiscard]] Result<std::vector<std::string>> changed_paths(const std::string&, const std::string&) const override {
    return answer("changed_paths", changed);
  }
  [[nodiscard]] Result<std::vector<std::string>> staged_paths(const std::string&) const override {
    return answer("staged_paths", staged);
  }
  [[nodiscard]] Result<std::optional<std::string>> merge_base(const std::string&, const std::string&) const override {
    return answer("merge_base", std::optional(std::string(40, 'b')));
  }
  [[nodiscard]] Result<std::vector<GitVersion>> index_files(const std::string&) const override {
    return answer("index_files", versions);
  }
  [[nodiscard]] Result<std::vector<std::string>> unstaged_paths(const std::string&) const override {
    return answer("unstaged_paths", changed);
  }
  [[nodiscard]] Result<std::optional<std::string>> hooks_path(const std::string&) const override {
    return answer("hooks_path", std::optional<std::string>());
  }
  [[nodiscard]] Result<std::string> commit_paths(const std::string&, std::span<const std::string>,
                                                 const std::string&) const override {
    return answer("commit_paths", std::string(40, 'c'));
  }

 private:
  template <typename T>
  Result<T> answer(std::string question, T value) const {
    questions.push_back(std::move(question));
    if (failure) return std::unexpected(*failure);
    return value;
  }
};

}  // namespace milepost
