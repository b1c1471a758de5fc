// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Outline: the headings at the top level of a document and the sections that they open. Headings inside quotes, lists
// and fences open nothing. A section ends where a heading of the same or a higher level begins.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/markdown.h"

namespace milepost {

struct Heading {
  std::uint32_t block = 0;          // index into Markdown::blocks
  std::uint32_t block_end = 0;      // index one past the last block of its section, subsections included
  std::uint32_t parent = kNoBlock;  // index into Outline::headings, kNoBlock at the top
  std::uint8_t level = 1;
  std::uint32_t line = 0;  // from 0
  ByteRange text;          // without markers
  ByteOffset end = 0;      // where the section ends (subsections included)
  std::uint16_t rule = 0;  // index into Dialect::sections + 1; 0: not known (set by classify_sections)
  bool inherited = false;  // the rule is that of the section around it
};

struct Outline {
  std::vector<Heading> headings;
  std::uint32_t title = kNoBlock;  // index of the heading that is the document's title, kNoBlock if there is none
  std::uint32_t head_end = 0;      // index one past the last block that belongs to the head of the document
};

void build_outline(std::string_view bytes, const Markdown& markdown, Outline& into);

// Index one past the last block that stands under heading `index` itself, before its first subsection.
[[nodiscard]] std::uint32_t own_blocks_end(const Outline& outline, std::uint32_t index);

}  // namespace milepost
