// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChangeAnswer: what a writing command did, or would do: the files with their edits and new revisions, the patch, and
// what people are told. Commands make it, front ends show it, `--commit` commits what stands in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/document/edit_plan.h"
#include "operations/operation.h"

namespace milepost {

enum class FileAction : std::uint8_t { edited, created, moved, removed };

struct ChangedFile {
  FileAction action = FileAction::edited;
  std::string path;                       // before; of a created file, after
  std::string new_path;                   // "" : did not move
  std::optional<std::uint64_t> revision;  // afterwards; absent when it was removed
  std::vector<TextEdit> edits;
};

struct ChangeAnswer {
  std::string summary;
  bool applied = false;
  std::vector<ChangedFile> files;
  std::vector<FolderMove> folders;
  std::vector<std::string> lines;
  std::vector<std::string> remarks;
  std::string patch;
  std::string commit;  // its id; "" when none was asked for
  Outcome outcome = Outcome::done;
};

}  // namespace milepost
