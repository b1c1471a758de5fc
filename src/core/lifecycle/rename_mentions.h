// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Renaming an id: every place where one item is called by its id, and what stands there afterwards. A mention is
// changed only when it means this item: by the rules of linking (the nearest bearer of the id), so that after a merge
// one of two bearers can get a new number and the mentions of the other stay. What could mean either is left and told.
// The spelling is kept: "M5", "M05" and "Milestone 5" become "M7", "M07" and "Milestone 7".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/document/edit_plan.h"
#include "core/document/normalise/id_words.h"
#include "core/document/parsed_document.h"
#include "core/lifecycle/path_moves.h"

namespace milepost {

enum class MentionPlace : std::uint8_t { file_name, folder_name, front_matter, heading, text, table, link, data };

struct Mention {
  std::string path;
  MentionPlace place = MentionPlace::text;
  std::uint32_t line = 0;  // from 1; 0 for names
  ByteRange where;         // in the file; empty for names
  std::string text;        // as written
};

// A file beside the documents that names ids and paths between double quotes: registry.json.
struct DataFile {
  std::string path;
  std::string bytes;
};

struct RenameRequest {
  ItemKey item;    // in the corpus: the one that gets the new id
  std::string to;  // the whole new id: "EP-20260117-014/MS005", "M07"
};

// Borrows everything.
struct RenameSources {
  const Corpus& corpus;
  const IdWords& words;
  // Those that may mention the id, the item's own among them. In one that is not of the corpus only what stands beside
  // a link to the item is changed.
  std::span<const ParsedDocument* const> documents;
  std::span<const DataFile> data;
};

struct RenamePlan {
  // Edits on the bytes as they are, one entry for a file, by path. Links are not yet mended: that is done by
  // mend_links.h with `moves`, and no edit here meets one of those.
  std::vector<FileChange> files;
  // Files and folders with the id in their name, each with where it stands in the end: what lies in a moved folder and
  // has the id in its own name, too, stands here by itself as well.
  std::vector<PathMove> moves;
  std::vector<Mention> changed;  // by path and place
  std::vector<Mention> left;     // could mean another item as well; nothing was changed
};

// Errors: usage (the item has no id, `to` is not an id of the same kind, or it is the same id), conflict (`to` is taken
// by a neighbour).
[[nodiscard]] Result<RenamePlan> plan_rename_mentions(const RenameSources& sources, const RenameRequest& request);

}  // namespace milepost
