// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Finding: a fact about a document that its author would want to know, with its place and how it can be mended. It is
// data, any number of them, never an error. The ids MP001..MP099 are facts of reading (they come with every scan, as
// `problems`); the rules of core/rules judge meaning and come later in the numbering, and their catalogue holds both.
// An id is never used again for something else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/text/text_edit.h"

namespace milepost {

enum class Severity : std::uint8_t { error, warning, info };

// A safe fix says in other bytes what the author has said already. An unsafe one decides something for the author.
enum class FixSafety : std::uint8_t { safe, unsafe };

struct FileEdits {
  std::string path;  // relative to the root
  std::vector<TextEdit> edits;
};

// One way to mend a finding, complete in itself: either all of its edits are made or none.
struct Fix {
  std::string what;  // "remove the byte order mark"
  FixSafety safety = FixSafety::safe;
  std::vector<FileEdits> files;
};

struct Finding {
  std::string_view id;    // "MP001"; points into the static catalogue (finding.cc)
  std::string_view slug;  // "not-recognised"; points into the static catalogue
  Severity severity = Severity::warning;
  std::string path;             // relative to the root
  ByteRange range;              // empty at 0 when the finding is about the whole file
  std::uint32_t line = 0;       // from 1; 0: the whole file
  std::uint32_t column = 0;     // from 1, UTF-8 bytes
  std::string message;          // what is wrong and why
  std::string advice = {};      // what to do, where the message does not say it
  std::vector<Fix> fixes = {};  // the best one first
};

// The facts of reading. The order is the order of the ids.
enum class ReadingFact : std::uint8_t {
  not_recognised,             // MP001: stands where plans stand, is no dialect's document
  unreadable,                 // MP002: the system refused to read it
  too_large,                  // MP003: above the size cap, left out
  binary,                     // MP004: binary or encrypted, left alone
  not_utf8,                   // MP005: invalid UTF-8, read all the same
  vanished,                   // MP006: was listed, was gone when read
  front_matter_not_first,     // MP007
  front_matter_never_closed,  // MP008
  front_matter_invalid,       // MP009: YAML the library refuses
  front_matter_duplicate,     // MP010
  front_matter_too_deep,      // MP011
  wrong_type,                 // MP012: a key holds a list where a scalar is expected or the reverse
  impossible_date,            // MP013: 2023-13-45
  unknown_status,             // MP014: a status word that no dialect row knows
  mojibake,                   // MP015: text that was decoded with the wrong code page; the repaired value is used
  ambiguous_value,            // MP016: two carriers state different values; the first in the dialect's order counts
  limit_reached,              // MP017: a cap on nesting, items or files left something out
  symlink_outside,            // MP018: a link that leads out of the root was not followed
  fence_never_closed,         // MP019: the rest of the document is code for every reader
  placeholder,                // MP020: a template placeholder stands where a value belongs
};

struct ReadingFactRow {
  std::string_view id;
  std::string_view slug;
  Severity severity;
};

[[nodiscard]] const ReadingFactRow& row_of(ReadingFact fact);
[[nodiscard]] const char* to_string(Severity severity);

}  // namespace milepost
