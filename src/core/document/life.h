// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Life: how documents of a dialect are written and moved through their stages, as data of the dialect ([life] in its
// TOML): the words of its statuses, the legal steps, what comes into being and where files go. Reading never uses it;
// a dialect without it (a team's own that only reads) gets that of `common`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/item.h"
#include "core/document/path_pattern.h"

namespace milepost {

// One kind of document that can be made: where it comes to stand and from which template. Folder, file name and id are
// patterns; their variables are listed in lifecycle/name_pattern.h.
struct Creation {
  ItemKind kind = ItemKind::milestone;
  std::string template_name;  // "execplan/milestone": file of src/core/lifecycle/templates, or of .milepost/templates
  std::string id;             // pattern of the id: "{plan}/MS{number:3}", "M{number}"; "" : it has none
  std::string folder;  // below the parent's folder or the root: "milestones/active"; '/' separated, variables allowed
  std::string file_name;               // "{plan}_MS{number:3}_{slug}.md"
  std::string layout = {};             // only in this layout; "" : in all
  std::vector<ItemKind> parents = {};  // what it can belong to: the first kind that the request's parent has
  bool needs_parent = false;           // without one the request is refused
  bool beside_parent = false;          // the folder is below the parent's, else below the family's root
  bool follows_neighbours = false;     // folder, file name and id are those of the documents that stand there
};

// A way in which the files of a family lie, where it has changed its mind over time. The first whose paths fit the
// plan's (or its neighbours') path counts; a new tree gets the layout of the first creation.
struct Layout {
  std::string name;
  std::vector<PathPattern> paths;
  std::vector<std::pair<ItemKind, std::string>> done_folders;
};

// A category's place in the lists of words.
[[nodiscard]] constexpr std::size_t index_of(StatusCategory category) { return static_cast<std::size_t>(category); }

// What holds for documents of one kind.
struct LifeStages {
  // The word to write for a category; "" when the dialect has none (the step is refused). Index: StatusCategory.
  std::array<std::string, 7> status_words;
  // The same where it stands in a line or cell for people: "⏳ Planned"; "" : as status_words.
  std::array<std::string, 7> status_labels;
  std::vector<std::string> statuses;  // every word that the dialect documents, for prompts and for the rule on enums
  std::vector<std::pair<StatusCategory, StatusCategory>> steps;  // legal transitions
  std::vector<std::string> key_order;      // front matter keys in the template's order; a missing key is inserted by it
  std::vector<std::string> section_order;  // section kinds in the template's order
  std::string done_folder;                 // where a completed document goes, relative to the plan's folder; "" : stays
  std::string archive_folder;              // "archive/{year}/{month}/{day}"
  std::string done_prefix_from;            // file-name prefix that completion renames: "T" ...
  std::string done_prefix_to;              // ... to "TX"; "" : none
  bool log_on_change = false;              // a changelog line is added by every status change
};

struct Life : LifeStages {
  bool ascii_slugs = false;                                   // names of files hold a-z, 0-9, '-' and '_' only
  std::string root;                                           // where the family stands: ".agent/exec_plans"
  std::vector<Layout> layouts;                                // empty: one way only
  std::vector<std::pair<std::string, std::string>> defaults;  // template variable, its value when nobody gives one
  std::vector<std::pair<ItemKind, LifeStages>> kinds;         // kinds that differ from the rest, each complete
  std::vector<Creation> creations;
};

// The stages of a kind: its own, else those of the dialect.
[[nodiscard]] const LifeStages& stages_of(const Life& life, ItemKind kind);

// The layout that a path lies in; nullptr when none says so.
[[nodiscard]] const Layout* find_layout(const Life& life, std::string_view path);

// Where a completed document goes: as its layout says, else as its kind.
[[nodiscard]] const std::string& done_folder_of(const Life& life, ItemKind kind, std::string_view path);

[[nodiscard]] bool is_legal_step(const LifeStages& stages, StatusCategory from, StatusCategory to);

// The word for a category where it stands for people.
[[nodiscard]] const std::string& status_label(const LifeStages& stages, StatusCategory category);

}  // namespace milepost
