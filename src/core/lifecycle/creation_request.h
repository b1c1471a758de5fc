// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// CreationRequest: what a new document is to be, what the planner looks at, and what it decided. plan_creation.h is the
// entrance; the parts that decide names, places, values and updates share these types.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/document/dialect_set.h"
#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"
#include "core/lifecycle/id_sequence.h"
#include "core/lifecycle/section_texts.h"

namespace milepost {

struct CreationRequest {
  explicit CreationRequest(Date day) : date(day) {}

  std::string title;
  std::string dialect;           // "" : that of the parent, else of the neighbours, else generic
  std::optional<ItemKind> kind;  // absent: what the dialect makes below the parent, else a milestone
  std::string parent;            // id or path; "" : none, or the only one that there can be
  std::string folder;            // relative to the root: where to look for neighbours, and where it goes
  bool in_folder = false;        // it must go to `folder`, whatever the neighbours do
  std::string id;                // "" : the next one of its series
  std::optional<std::uint32_t> number;
  std::optional<std::uint64_t> suffix_seed;  // of the digits that follow the number; absent: none do
  std::string slug;                          // "" : of the title
  Date date;
  std::string layout;                                     // for a tree that has none yet
  std::map<std::string, std::string> fields;              // template variables
  std::map<std::string, std::vector<std::string>> lists;  // the same, those with several values
  std::vector<std::string> with;                          // optional parts that are wanted
  std::vector<std::string> without;                       // usual parts that are not
  bool minimal = false;                                   // none of the usual parts
  std::vector<SectionText> sections;
  // The document that describes the new one in advance: the number that it has there is not taken by it.
  std::string described_in;
  std::string parent_anchor;  // "#milestone-2-first-light": where in the parent
};

struct TemplateText {
  std::string path;  // for messages
  std::string text;
};

// What a creation looks at besides the corpus. Each is asked for what is needed and nothing more.
struct CreationSources {
  const Corpus& corpus;
  const DialectSet& dialects;
  // The workspace's own template of that name ("execplan/milestone"); nothing when it has none.
  std::function<Result<std::optional<TemplateText>>(const std::string& name)> find_template;
  // A document of the corpus as it stands now.
  std::function<Result<ParsedDocument>(const std::string& path)> read;
  // Whether a file or folder stands there, also one that is no document.
  std::function<bool(const std::string& path)> exists;
  // Adds the numbers of the row that are taken outside of the corpus: other work trees, branches, history.
  std::function<Result<void>(const IdSequence& sequence, TakenNumbers& into)> add_taken_elsewhere;
};

struct PlannedCreation {
  EditPlan plan;
  std::string path;
  std::uint32_t line = 1;  // of its heading, when it became a part of a document
  std::string id;          // "" : it has none
  std::string title;
  std::string dialect;
  ItemKind kind = ItemKind::milestone;
  std::vector<std::string> remarks;
};

}  // namespace milepost
