// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/outline.h"

namespace milepost {
namespace {

void collect_headings(std::string_view bytes, const Markdown& markdown, Outline& into) {
  const auto count = static_cast<std::uint32_t>(markdown.blocks.size());
  for (std::uint32_t i = 0; i < count; i = markdown.blocks[i].end) {
    const Block& block = markdown.blocks[i];
    if (block.kind != BlockKind::heading) continue;
    Heading heading;
    heading.block = i;
    heading.block_end = count;
    heading.level = block.level;
    heading.line = block.line;
    heading.text = block.content;
    heading.end = static_cast<ByteOffset>(bytes.size());
    into.headings.push_back(heading);
  }
}

// Closes each section at the next heading that is not below it, and finds the parents; one pass with a stack of levels.
void close_sections(const Markdown& markdown, std::vector<Heading>& headings) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    while (!open.empty() && headings[open.back()].level >= headings[i].level) {
      headings[open.back()].block_end = headings[i].block;
      headings[open.back()].end = markdown.blocks[headings[i].block].range.begin;
      open.pop_back();
    }
    if (!open.empty()) headings[i].parent = open.back();
    open.push_back(i);
  }
}

bool is_only_of_its_level(const std::vector<Heading>& headings, std::uint32_t index) {
  for (std::uint32_t i = index + 1; i < headings.size(); ++i)
    if (headings[i].level <= headings[index].level) return false;
  return true;
}

}  // namespace

void build_outline(std::string_view bytes, const Markdown& markdown, Outline& into) {
  into.headings.clear();
  into.title = kNoBlock;
  collect_headings(bytes, markdown, into);
  close_sections(markdown, into.headings);
  into.head_end = static_cast<std::uint32_t>(markdown.blocks.size());
  if (into.headings.empty()) return;
  // The title is the first H1; a document without one is called by its first heading if nothing but labels stand above.
  for (std::uint32_t i = 0; i < into.headings.size() && into.title == kNoBlock; ++i)
    if (into.headings[i].level == 1) into.title = i;
  if (into.title == kNoBlock) into.title = 0;
  into.head_end = own_blocks_end(into, into.title);
  // A title that is followed by a second heading at once ("# Task 7" "## Build it") has its head below that one.
  // Several of them are sections.
  const std::uint32_t next = into.title + 1;
  const bool bare = into.head_end == into.headings[into.title].block + 1 && next < into.headings.size();
  if (bare && is_only_of_its_level(into.headings, next)) into.head_end = own_blocks_end(into, next);
}

std::uint32_t own_blocks_end(const Outline& outline, std::uint32_t index) {
  const Heading& heading = outline.headings[index];
  if (index + 1 < outline.headings.size() && outline.headings[index + 1].block < heading.block_end)
    return outline.headings[index + 1].block;
  return heading.block_end;
}

}  // namespace milepost
