// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChangeRecord: one change with everything that is needed to take it back: which files, where they were and are, and
// the bytes that stood in them. The same record is the journal while the change is made and its memory for `undo`
// afterwards. The bytes of the file are described in docs/formats/journal.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/edit_plan.h"
#include "workspace/file_writer.h"

namespace milepost {

// What becomes of a folder that has nothing in it any more after the change.
enum class EmptiedFolders : std::uint8_t {
  remove,  // as in a fresh clone, where git knows no empty folders
  keep,
};

// One file. All paths are relative to the root; those of files in a folder that moves name the place before the move.
struct ChangeStep {
  std::string from;                // "" : the file is new
  std::string to;                  // "" : the file goes away
  std::string temp;                // where the new bytes are made ready; "" : the bytes stay
  std::uint64_t old_revision = 0;  // of `from`
  std::uint64_t new_revision = 0;  // of `to`
  std::uint32_t mode = 0;          // permission bits; 0: those of any new file
  std::optional<FileOwner> owner;
  std::string old_bytes;  // when bytes change or go away
  std::string new_bytes;  // only while the change is made; not in the record
  FileStat seen;          // of `from` when it was read; not in the record

  [[nodiscard]] bool is_new() const { return from.empty(); }
  [[nodiscard]] bool is_removal() const { return to.empty(); }
  [[nodiscard]] bool stays() const { return from == to; }
  [[nodiscard]] bool has_new_bytes() const { return !is_removal() && (is_new() || old_revision != new_revision); }
  friend bool operator==(const ChangeStep&, const ChangeStep&) = default;
};

struct FolderFacts {
  std::string path;
  std::uint32_t mode = 0;  // permission bits; 0: those of any new folder
  friend bool operator==(const FolderFacts&, const FolderFacts&) = default;
};

struct ChangeRecord {
  std::uint64_t number = 0;  // counts up; 0 as long as it is not known
  std::uint64_t undoes = 0;  // the number of the change that this one takes back
  std::int64_t when_ns = 0;  // since 1970
  std::string root;          // relative to the state folder, so that both may move together
  std::string command;
  std::string summary;
  std::vector<ChangeStep> steps;
  std::vector<FolderMove> folders;
  std::vector<FolderFacts> made;     // folders to be made, parents first
  std::vector<FolderFacts> emptied;  // folders to be removed if they are empty afterwards, children first

  // Where `path` is once the folders have moved.
  [[nodiscard]] std::string path_after(const std::string& path) const;
};

[[nodiscard]] std::string encode_change(const ChangeRecord& record);
// Nothing when the bytes are no whole record of this format.
[[nodiscard]] std::optional<ChangeRecord> parse_change(std::string_view bytes);

// The change that takes this one back, for a tree that is as this one left it. `made` is still to be found.
[[nodiscard]] ChangeRecord invert_change(const ChangeRecord& record);

// Whether `path` is `folder` or lies below it.
[[nodiscard]] bool is_within(std::string_view path, std::string_view folder);

}  // namespace milepost
