// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Committing a change: what `--commit` of every writing command does once the files are written. Exactly the files of
// the change are committed, with the user's own hooks; what else is staged stays staged. Whether a commit can be made
// at all is asked before anything is written; when git refuses it afterwards, the files stay written and it is said.
#pragma once

#include <string>
#include <vector>

#include "operations/change_answer.h"

namespace milepost {

class Session;

// Files that differ from the last commit before the change is made, sorted, relative to `root`.
struct CommitGround {
  std::vector<std::string> changed;
};

// Errors: usage (not in a git repository), git (a merge or rebase is under way, git is missing), unavailable.
[[nodiscard]] Result<CommitGround> check_commit_ground(Session& session, const std::string& root);

// Commits the files of an applied change and keeps the commit's id in the answer. `message` is used as it is; "" says
// what was done. Errors: git; the change stands nevertheless.
[[nodiscard]] Result<void> commit_change(Session& session, const CommitGround& ground, const std::string& root,
                                         const std::string& message, ChangeAnswer& answer);

}  // namespace milepost
