// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// EditRequest: one thing that a person wants changed in a document, as data. The writers each answer some of them;
// plan_edits.h is the entrance that knows all writers.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

struct Words;

// What is edited. Borrows both; `item` says which milestone of a file with several is meant.
struct EditTarget {
  const ParsedDocument& document;
  const Words& words;    // DialectSet::words(): how dates, statuses and ids are written
  std::size_t item = 0;  // index into Document::items
};

// What follows a status on its line: "✅ Done (see #12)". By itself it stays when the category does and goes when the
// category changes, because it spoke of the old one; a remark says so.
enum class NoteHandling : std::uint8_t { automatic, keep, drop };

// `field` names a role ("status", "target", "priority" ...), a path of front matter ("key:links.docs") or a label
// ("label:Domain"). Dates are given as YYYY-MM-DD, with a time of day as YYYY-MM-DDTHH:MM[:SS],
// and written in the notation found. Lists: entries joined by ", ".
struct SetField {
  std::string field;
  std::string value;
  NoteHandling note = NoteHandling::automatic;
};

// The field goes wherever it stands: a key and a label line with their line, of a cell only the content.
struct UnsetField {
  std::string field;
};

// One entry of a field that is a list (depends_on, tags, "key:links.docs"), in whatever carries it.
enum class ListChange : std::uint8_t { add, remove };
struct ChangeList {
  std::string field;
  ListChange change = ListChange::add;
  std::string entry;
};

// Boxes of the item. A deferred one stays open and says so at its end: "- [ ] Write help (deferred: no time)".
enum class BoxState : std::uint8_t { open, done, deferred };
enum class BoxChoice : std::uint8_t { number, line, text, section, all };
struct SetBoxes {
  BoxState state = BoxState::done;
  BoxChoice choice = BoxChoice::all;
  std::uint32_t number = 0;  // number: counted from 1 in the item; line: from 1 in the file
  std::string text;          // text: a part that only one box has; section: its kind or title
  std::string reason;        // deferred only; may be empty
};

// A cell of the row that `row` names by its first cell, or by a text that only one row has. `record` is the kind of row
// ("task", "phase", "risk" ...), "" for any; `column` is a column's role or header.
struct SetCell {
  std::string record;
  std::string row;
  std::string column;
  std::string value;
};

// A new last row of the table of that kind, which may have no row yet. Cells are given by role or header of their
// column; others stay empty. `section` chooses among several tables by kind or title of a section; "" : where rows are.
struct AddRow {
  std::string record;
  std::vector<std::pair<std::string, std::string>> cells;
  std::string section = {};
};

// A line of the changelog, in the order and form of those that are there. Makes the section where there is none.
struct AddLog {
  std::string date;  // YYYY-MM-DD
  std::string text;
};

// `section` is a kind of the dialect ("risks") or a title.
struct InsertSection {
  std::string section;
  std::string title;  // "" : the first heading that the dialect knows for the kind, as words
  std::string body;
};
enum class BodyChange : std::uint8_t { append, replace };
struct ChangeSection {
  std::string section;
  BodyChange change = BodyChange::append;
  std::string body;
};

using EditRequest =
    std::variant<SetField, UnsetField, ChangeList, SetBoxes, SetCell, AddRow, AddLog, InsertSection, ChangeSection>;

// What answers requests: the bytes that change, and what that is to mean.
struct PlannedEdits {
  std::vector<TextEdit> edits;           // on the bytes of the target; they do not overlap; empty when all is as wanted
  std::vector<IntendedChange> intended;  // for the proof
  std::vector<std::string> remarks;      // what a person should know: "the note 'pending review' went with the status"
};

}  // namespace milepost
