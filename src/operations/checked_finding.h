// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// CheckedFinding: a finding with all that an output format may want to say of its place, taken while the text of the
// document is at hand: the line, both kinds of columns, where its fixes edit, and what it is known again by. Formats
// then need no file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/finding.h"
#include "core/text/source_text.h"

namespace milepost {

inline constexpr std::size_t kExcerptMost = 400;

// All count from 1; 0: not known, or the whole file.
struct ExactPlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;        // UTF-8 bytes
  std::uint32_t utf16_column = 0;  // UTF-16 code units
};

struct PlaceSpan {
  ExactPlace begin;
  ExactPlace end;  // the place behind the last character
};

struct CheckedFinding {
  Finding finding;
  PlaceSpan span;
  // For each fix where its edits are, as far as it edits this document alone; else empty.
  std::vector<std::vector<PlaceSpan>> fix_spans;
  std::string line_text;          // the line that it stands on, cut at kExcerptMost bytes; "" when of the whole file
  std::uint64_t fingerprint = 0;  // see baseline.h
  std::uint32_t occurrence = 1;   // which of those with this fingerprint, by place
};

// What a document says: its findings, and those that a comment in it silences, when they are wanted.
struct SilencedFinding {
  CheckedFinding checked;
  bool is_by_comment = true;  // else the baseline knows it
  std::string reason;         // as the comment states it
};

// Turns offsets of one document into places. Questions in the order of the text cost no more than the text, however
// long its lines are.
class PlaceFinder {
 public:
  explicit PlaceFinder(const SourceText& source) : source_(&source) {}  // borrows `source`

  [[nodiscard]] ExactPlace find(ByteOffset offset);
  [[nodiscard]] PlaceSpan find(ByteRange range);

 private:
  const SourceText* source_;
  ByteOffset known_ = 0;  // up to here in its line are known_units_ units
  std::uint32_t known_line_ = 0;
  std::uint32_t known_units_ = 0;
};

[[nodiscard]] CheckedFinding to_checked(Finding finding, const SourceText& source, PlaceFinder& places);
// Of a file whose text nobody reads.
[[nodiscard]] CheckedFinding to_checked_unread(Finding finding);

[[nodiscard]] bool is_before(const CheckedFinding& a, const CheckedFinding& b);

// Numbers those that share a fingerprint; `findings` are sorted by place.
void count_occurrences(std::vector<CheckedFinding>& findings);

}  // namespace milepost
