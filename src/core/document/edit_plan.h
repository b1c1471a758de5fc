// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// EditPlan: everything that one request changes, decided from an immutable snapshot before a byte is written. The same
// plan is the dry run's patch, the JSON answer and what the workspace applies; paths are relative to the root. A file
// stands in it at most once. Each changed file carries the revision it was decided on, so that a stale plan is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/text_edit.h"

namespace milepost {

// What the edits of a file are meant to change in its meaning. The proof before a write (lifecycle/proof.h) reads old
// and new bytes: what is named here has its new value, everything else is as it was.
struct IntendedChange {
  std::string what;  // a role ("status", "updated"), "label:<label>", "key:<front matter path>", "box", "row",
                     // "lost_row", "section", "log", "link", "mention", "item" (one more, with this title), "name"
                     // (what the line calls another document), "finding" (what rules offered as fixes; the value is
                     // the least safe of them: "safe" or "unsafe")
  // What must be read afterwards: the text, a day as YYYY-MM-DD, a status as its category; "+M2" and "-M2" for an entry
  // of a list that comes or goes; "" for a field that goes, and when the edit itself is the intention (box, row, link).
  std::string value;
  std::uint32_t line = 0;  // from 1, in the old bytes: of the box, row, entry or section; 0: not said
  std::size_t item = 0;    // index into Document::items: whose field it is
};

struct FileChange {
  std::string path;                       // where the file is now; for a new file, where it will be
  std::optional<std::uint64_t> revision;  // XXH3-64 of the bytes it was decided on; absent: the file must not exist
  std::vector<TextEdit> edits;            // on those bytes; for a new file one insertion at 0 holds everything
  std::string new_path;                   // "" : stays where it is
  bool remove = false;                    // the file goes away; no edits then
  std::vector<IntendedChange> intended;   // empty for new, moved-only and removed files
};

// A whole folder with everything in it, renamed after its files were edited in place. The target must not exist.
struct FolderMove {
  std::string from;
  std::string to;
};

struct EditPlan {
  std::string summary;  // "complete EP-20260117-014/MS003": names the change in `undo` and in a commit
  std::vector<FileChange> files;
  std::vector<FolderMove> folders;

  [[nodiscard]] bool empty() const { return files.empty() && folders.empty(); }
};

}  // namespace milepost
