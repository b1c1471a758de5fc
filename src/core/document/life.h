// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Life: how documents of a dialect are written and moved through their stages, as data of the dialect ([life] in its
// TOML): the words of its statuses, the legal steps, what comes into being and where files go. Reading never uses it;
// a dialect without it (a team's own that only reads) gets that of `common`.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/document/item.h"

namespace milepost {

// One kind of document that can be made: where it comes to stand and from which template.
struct Creation {
  ItemKind kind = ItemKind::milestone;
  std::string template_name;  // "execplan/milestone": file of src/core/document/templates, or of .milepost/templates
  std::string id;             // pattern of the id: "{plan}/MS{number:3}", "M{number:2}", "{number}"
  std::string folder;     // below the plan's folder or the root: "milestones/active"; '/' separated, variables allowed
  std::string file_name;  // "{plan}_MS{number:3}_{slug}.md"
};

struct Life {
  // The word to write for a category; "" when the dialect has none (the step is refused). Index: StatusCategory.
  std::array<std::string, 7> status_words;
  std::vector<std::string> statuses;  // every word that the dialect documents, for prompts and for the rule on enums
  std::vector<std::pair<StatusCategory, StatusCategory>> steps;  // legal transitions
  std::vector<std::string> key_order;      // front matter keys in the template's order; a missing key is inserted by it
  std::vector<std::string> section_order;  // section kinds in the template's order
  std::string done_folder;                 // where a completed document goes, relative to the plan's folder; "" : stays
  std::string archive_folder;              // "archive/{year}/{month}/{day}"
  std::string done_prefix_from;            // file-name prefix that completion renames: "T" ...
  std::string done_prefix_to;              // ... to "TX"; "" : none
  bool log_on_change = false;              // a changelog line is added by every status change
  std::vector<Creation> creations;
};

}  // namespace milepost
