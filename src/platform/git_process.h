// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// GitProcess: the Git port on the `git` program that stands in $PATH. Each question is one process with a cleaned
// environment and with the settings switched off that would let a repository run something (docs/design/git.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "workspace/git.h"

namespace milepost {

class GitProcess final : public Git {
 public:
  // The environment of this process, "NAME=value" each.
  explicit GitProcess(std::vector<std::string> environment) : environment_(std::move(environment)) {}

  [[nodiscard]] Result<std::vector<GitRef>> refs(const std::string& folder) const override;
  [[nodiscard]] Result<std::vector<std::string>> added_paths(const std::string& folder,
                                                             const GitReach& reach) const override;
  [[nodiscard]] Result<GitChanges> changes_in(const std::string& folder, const GitReach& reach) const override;
  [[nodiscard]] Result<std::vector<GitVersion>> versions_of(const std::string& folder,
                                                            std::span<const std::string> paths) const override;
  [[nodiscard]] Result<std::vector<GitVersion>> files_of(const std::string& folder,
                                                         const std::string& revision) const override;
  [[nodiscard]] Result<std::vector<std::optional<std::string>>> load_blobs(const std::string& folder,
                                                                           std::span<const std::string> names,
                                                                           std::uint64_t limit) const override;
  [[nodiscard]] Result<std::optional<GitCommit>> last_change(const std::string& folder,
                                                             const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> changed_paths(const std::string& folder,
                                                               const std::string& revision) const override;
  [[nodiscard]] Result<std::vector<std::string>> staged_paths(const std::string& folder) const override;
  [[nodiscard]] Result<std::optional<std::string>> merge_base(const std::string& folder,
                                                              const std::string& revision) const override;
  [[nodiscard]] Result<std::vector<GitVersion>> index_files(const std::string& folder) const override;
  [[nodiscard]] Result<std::vector<std::string>> unstaged_paths(const std::string& folder) const override;
  [[nodiscard]] Result<std::optional<std::string>> hooks_path(const std::string& folder) const override;
  [[nodiscard]] Result<std::string> commit_paths(const std::string& folder, std::span<const std::string> paths,
                                                 const std::string& message) const override;

 private:
  // Which part of the user's environment git sees.
  enum class Access : std::uint8_t { question, index, commit };
  struct Command {
    std::vector<std::string> words;  // "log", "--all" ...
    std::string input = {};
    Access access = Access::question;
    std::vector<std::string> emptied = {};  // settings that are made empty
  };

  // Runs git in `folder`; an exit code that is not 0 becomes an error.
  [[nodiscard]] Result<std::string> ask(const std::string& folder, const Command& command) const;
  // Runs the commands of a commit; another git at work in this repository is waited for.
  [[nodiscard]] Result<std::string> ask_patiently(const std::string& folder, const Command& command) const;
  // Asks for paths that end with NUL.
  [[nodiscard]] Result<std::vector<std::string>> ask_for_paths(const std::string& folder, Command command) const;
  [[nodiscard]] std::vector<std::string> make_environment(const Command& command) const;
  [[nodiscard]] Result<std::string> find_commit(const std::string& folder, const std::string& revision) const;
  // Without the objects that are gone.
  [[nodiscard]] Result<GitReach> keep_present(const std::string& folder, const GitReach& reach) const;
  // The settings by which comparing files would run a program of the repository's choice.
  [[nodiscard]] Result<std::vector<std::string>> find_filters(const std::string& folder) const;

  std::vector<std::string> environment_;
};

}  // namespace milepost
