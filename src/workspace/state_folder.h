// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// StateFolder: where the lock, the journal and the recorded changes of a root lie. In a repository that is its common
// git directory, so that all work trees share one lock; else `.milepost/state` in the root, which ignores itself. What
// lies there can be deleted when no command runs: only `undo` loses something.
#pragma once

#include <string>

#include "workspace/file_system.h"

namespace milepost {

inline constexpr const char* kStateInRoot = ".milepost/state";

struct StateFolder {
  std::string path;      // absolute
  bool in_tree = false;  // it lies among the user's files

  [[nodiscard]] std::string lock() const { return path + "/lock"; }
  [[nodiscard]] std::string journal() const { return path + "/journal"; }
  [[nodiscard]] std::string journal_draft() const { return path + "/journal.new"; }
  [[nodiscard]] std::string history() const { return path + "/changes"; }

  // A root as it is named in records, relative to this folder, and back: both may be moved together.
  [[nodiscard]] std::string to_record(const std::string& root) const;
  [[nodiscard]] std::string from_record(const std::string& root) const;
};

// `root` is canonical. Nothing has to exist yet.
[[nodiscard]] StateFolder find_state_folder(const FileSystem& files, const std::string& root);

}  // namespace milepost
