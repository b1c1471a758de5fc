// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dialect: the description of one family of documents, as data. It says how to recognise a document, what its fields,
// sections and tables are called and what counts for progress. Loaded from TOML (dialect_file.cc, format in
// docs/formats/dialect.md); every dialect but `common` extends `common`, so a row is written once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/word_map.h"
#include "core/document/form.h"
#include "core/document/item.h"
#include "core/document/life.h"
#include "core/document/path_pattern.h"

namespace milepost {

// What a field is. The roles of an Item come first; further roles are named by the dialects and matter to `show` only.
enum class Role : std::uint16_t {
  none,
  id,
  title,
  status,
  owner,
  kind,
  created,
  updated,
  start,
  target,
  completed,
  effort_estimated,
  effort_actual,
  risk,
  depends_on,
  parent,
  children,
  tags,
  progress,
  first_descriptive,  // "priority", "audience" ...: Dialect::role_names[role - first_descriptive]
};

// A value found under a key or label may be the name of several roles in order ("Date (Completed)"); one is enough
// here.
struct FieldRule {
  Role role = Role::none;
  std::uint16_t rank = 0;  // several carriers state one role: the lowest rank counts
};

struct SectionRule {
  std::string kind;
  std::string record;                   // what list entries, rows or sub-headings under it are; "" : prose
  bool counts = true;                   // boxes and rows under it count for progress
  bool gates = false;                   // must be done before completion
  bool metadata = false;                // label lines under it belong to the head
  std::vector<std::string> skip_under;  // first words of sub-headings that speak of something else: "after", "future"
  std::vector<std::string> skip_names;  // first words of names that are parts of the document itself: "step"
  bool criteria_marks = false;  // a check mark in front of an entry decorates a criterion, it does not say "done"
};

// A folded front matter key with its hash, because each document is asked for all keys of all families.
struct RuleKey {
  explicit RuleKey(std::string folded) : text(std::move(folded)), hash(hash_word(text)) {}
  std::string text;
  std::uint64_t hash;
};

// One kind of document of a family: the evidence for it, and what the items in it are. Each kind of evidence that is
// found adds points (recognise.cc); a document is recognised when the points of its best rule reach the threshold.
struct DocumentRule {
  ItemKind kind = ItemKind::milestone;
  std::vector<PathPattern> paths;                           // the whole path
  std::vector<PathPattern> names;                           // the file name
  std::vector<PathPattern> except;                          // paths that are never this
  std::vector<RuleKey> keys;                                // front matter keys
  std::vector<std::pair<RuleKey, std::string>> key_values;  // key, folded value
  std::vector<std::pair<RuleKey, std::string>> key_starts;  // key, beginning of the folded value
  std::vector<std::string> markers;       // "SECTION: Metadata": a comment with this text in the first kilobytes
  std::vector<std::string> headings;      // folded beginnings of the H1
  std::vector<std::string> headings_any;  // folded words anywhere in the H1
  std::vector<std::string> labels;        // folded labels of the head
  std::vector<std::string> sections;      // folded headings
  int base = 0;                           // points for a document that has any evidence of path, name or key
  int needs = 1;                          // kinds of evidence that must come together
  int numbered = 0;                       // this many numbered milestones as headings are evidence by themselves
  bool titled = false;                    // a title such as "Milestone 3: x" is evidence by itself
  bool many = false;                      // headings inside may be items of their own
  bool needs_children = false;            // a document that names nothing is none of this kind
  ItemKind inner = ItemKind::milestone;   // kind of these
};

struct TableRule {
  std::string record;                 // "task", "risk", "phase" ...
  std::vector<std::string> needs;     // column roles that must be there
  std::vector<std::string> any;       // at least one of these, if not empty
  std::vector<std::string> without;   // none of these
  std::vector<std::string> sections;  // section kinds that admit it; empty: all
  bool counts = true;
};

struct Dialect {
  std::string name;
  std::string summary;
  std::vector<DocumentRule> documents;
  std::vector<PathPattern> plan_folders;        // a document there that is not understood is a finding
  WordMap<FieldRule> keys;                      // front matter
  WordMap<FieldRule> labels;                    // label lines, tables of two columns
  std::array<WordMap<FieldRule>, 7> kind_keys;  // by ItemKind: front matter keys that mean something else there
  WordMap<std::uint16_t> section_titles;        // folded heading -> index into sections
  std::vector<std::pair<std::string, std::uint16_t>> section_fragments;  // "*rollback*": contained in the heading
  std::vector<SectionRule> sections;
  WordMap<std::string> columns;  // folded header cell -> column role
  std::vector<TableRule> tables;
  std::vector<std::string> role_names;     // names of descriptive roles
  std::vector<std::string> item_headings;  // folded first words of headings that are items: "milestone", "phase"
  Life life;                               // how documents are written; reading does not use it
  Form form;                               // what documents must look like; only rules use it
};

// The name of a role in JSON and in dialect files: "effort_estimated", or the descriptive name.
[[nodiscard]] std::string_view role_name(const Dialect& dialect, Role role);
// The role of that name; a descriptive role is added if it is new.
[[nodiscard]] Role intern_role(Dialect& dialect, std::string_view name);

}  // namespace milepost
