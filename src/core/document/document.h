// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Document: one file, understood. DocumentSummary is what the corpus keeps of every file (small, no source bytes);
// Document is the whole reading of one file: every field, section and record with its place, and what was not
// understood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_range.h"
#include "core/document/finding.h"
#include "core/document/item.h"
#include "core/text/source_text.h"

namespace milepost {

// Why a document was taken for a dialect. `confidence` 0..100.
struct Recognition {
  std::string dialect;  // "" : not recognised
  int confidence = 0;
  std::vector<std::string>
      reasons;  // "front matter key execplan_id", "path docs/milestones/*.md"; only in a full reading
};

struct DocumentSummary {
  std::string path;            // relative to the root, '/' separators
  std::uint64_t revision = 0;  // XXH3-64 of the bytes; printed as 16 hex digits
  std::string dialect;         // "" : in a plan folder but not recognised (a finding says why)
  std::vector<Item> items;     // [0] is the file's own item; more when headings or rows are milestones themselves
  std::vector<Finding> problems;
};

// A field of the head, a footer or a labelled line: what it is called, what it says, what role the dialect gives it.
struct FieldValue {
  std::string role;   // "status", "owner", "target" ...; "" when the dialect has no role for the label
  std::string label;  // as written
  std::string text;   // as written, markup gone
  std::string value;  // normalised: ISO date, category, number; repaired text for mojibake; else same as text
  ByteRange where;
  Carrier carrier = Carrier::label;
  std::uint32_t line = 0;
  bool placeholder = false;
};

struct Section {
  std::string kind;   // "objective", "definition_of_done", "risks" ...; "" when not known
  std::string title;  // plain text
  int level = 1;
  std::uint32_t line = 0;
  ByteRange heading;                  // the heading's bytes
  ByteRange body;                     // from after the heading to before the next heading of the same or a higher level
  std::optional<std::size_t> parent;  // index into Document::sections
  Count boxes;                        // of this section alone, subsections excluded
  Count tasks;
  bool counts = false;  // counts for progress
  bool gates = false;   // must be done before the milestone can be completed
};

struct Attribute {
  std::string role;  // "description", "owner", "status", "estimate" ...
  std::string text;
  ByteRange where;
};

// A row, list entry or sub-heading that is a thing of its own: task, phase, sprint, feature, risk, metric, checkpoint,
// decision, question, log, criterion, deliverable, dependency, health, link, person, component, constraint, reason ...
struct Record {
  std::string kind;
  std::optional<std::size_t> section;  // index into Document::sections
  std::uint32_t line = 0;
  ByteRange where;
  std::vector<Attribute> attributes;
  std::optional<Status> status;
};

struct NotUnderstood {
  std::string what;  // "front matter key", "heading", "table", "label"
  std::string text;
  std::uint32_t line = 0;
  ByteRange where;
};

struct Document {
  std::string path;
  std::uint64_t revision = 0;
  Recognition recognition;
  std::vector<Item> items;
  std::vector<FieldValue> fields;
  std::vector<Section> sections;
  std::vector<Record> records;
  std::vector<NotUnderstood> not_understood;
  std::vector<Finding> problems;
};

}  // namespace milepost
