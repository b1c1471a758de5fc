// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The leaves of BlockScanner: how a line continues an open leaf, and what closing one settles.
#include <span>

#include "core/text/block_scanner.h"
#include "core/text/line_shape.h"
#include "core/text/reference_definition.h"
#include "core/text/table_row.h"

namespace milepost {
namespace {

constexpr std::uint32_t kCodeIndent = 4;

}  // namespace

// True if the line belongs to the open leaf; all containers of the leaf go on.
bool BlockScanner::continue_leaf() {
  switch (leaf_) {
    case Leaf::fence:
      continue_fence();
      return true;
    case Leaf::indented:
      return continue_indented();
    case Leaf::html:
      if (cursor_.is_blank() && ends_at_blank_line(html_)) {
        close_leaf();
        return false;
      }
      if (cursor_.is_blank()) remember_blank();
      continue_html(cursor_.at);
      return true;
    default:
      return false;
  }
}

void BlockScanner::continue_fence() {
  Block& block = leaf();
  if (!cursor_.is_blank() && cursor_.indent < kCodeIndent && closes_fence(rest(), block.marker, fence_length_)) {
    block.flags = 0;
    block.range.end = cursor_.end;
    end_leaf();
    return;
  }
  cursor_.skip_columns(fence_indent_);
  add_line(cursor_.at);
}

void BlockScanner::continue_html(ByteOffset begin) {
  add_line(begin);
  if (!ends_html_block(html_, rest())) return;
  leaf().flags = 0;
  end_leaf();
}

bool BlockScanner::continue_indented() {
  if (cursor_.is_blank()) {
    remember_blank();
  } else if (cursor_.indent < kCodeIndent) {
    close_leaf();
    return false;
  }
  cursor_.skip_columns(kCodeIndent);
  add_line(cursor_.at);
  return true;
}

void BlockScanner::add_text() {
  if (leaf_ == Leaf::paragraph) return add_line(cursor_.first);  // also lazily
  if (leaf_ == Leaf::table && add_row({cursor_.first, cursor_.end}, line_, 0)) return;
  settle();
  leaf_block_ = add_block(BlockKind::paragraph, cursor_.first);
  leaf_ = Leaf::paragraph;
  add_line(cursor_.first);
}

void BlockScanner::take_blank() {
  settle();
  remember_blank();
}

void BlockScanner::remember_blank() {
  is_blank_ = true;
  blank_floor_ = quote_floor_;
}

void BlockScanner::add_line(ByteOffset begin) {
  into_.lines.push_back({begin, cursor_.end});
  Block& block = leaf();
  ++block.lines_count;
  block.range.end = cursor_.end;
}

// A delimiter row makes a table of the paragraph's last line; the lines before it stay a paragraph.
bool BlockScanner::open_table() {
  if (!direct_) return false;
  const std::uint32_t columns = delimiter_columns(rest());
  if (columns == 0) return false;
  const ByteRange header = into_.lines.back();
  if (count_cells(bytes_, header) != columns) return false;

  into_.lines.pop_back();
  if (--leaf().lines_count > 0) {
    leaf().range.end = into_.lines.back().end;
    close_leaf();
    leaf_block_ = add_block(BlockKind::table, header.begin);
    leaf().line = line_ - 1;
  }
  leaf().kind = BlockKind::table;
  leaf_ = Leaf::table;
  columns_ = columns;
  add_row(header, line_ - 1, kHeaderRow);
  leaf().range.end = cursor_.end;
  return true;
}

bool BlockScanner::add_row(ByteRange line, std::uint32_t index, std::uint8_t flags) {
  const auto cells_begin = static_cast<std::uint32_t>(into_.cells.size());
  const std::uint32_t count = split_row(bytes_, line, into_.cells);
  if (count == 0) return false;
  leaf().range.end = line.end;
  Block& row = into_.blocks.emplace_back();
  row.kind = BlockKind::table_row;
  row.flags = static_cast<std::uint8_t>(count == columns_ ? flags : flags | kRagged);
  row.parent = leaf_block_;
  row.end = static_cast<std::uint32_t>(into_.blocks.size());
  row.range = line;
  row.content = line;
  row.line = index;
  row.lines_begin = static_cast<std::uint32_t>(into_.lines.size());
  row.cells_begin = cells_begin;
  row.cells_count = count;
  return true;
}

void BlockScanner::close_leaf() {
  if (leaf_ == Leaf::paragraph && !split_definitions()) return;
  if (leaf_ == Leaf::indented) trim_indented();
  end_leaf();
}

// The block at leaf_block_ has got all its lines.
void BlockScanner::end_leaf() {
  leaf_ = Leaf::none;
  direct_ = false;
  Block& block = leaf();
  block.end = static_cast<std::uint32_t>(into_.blocks.size());
  const bool has_own_content = block.kind == BlockKind::heading || block.kind == BlockKind::fenced_code;
  if (!has_own_content) block.content = block.range;
  if (depth_ == 0) return;
  Block& parent = into_.blocks[open_[depth_ - 1].block];
  if (parent.range.end < block.range.end) parent.range.end = block.range.end;
}

// Turns the definitions at the start of the open paragraph into blocks. False if no text is left; the leaf has ended.
bool BlockScanner::split_definitions() {
  while (bytes_[leaf().range.begin] == '[') {
    Block& block = leaf();
    const auto lines = std::span(into_.lines).subspan(block.lines_begin);
    const auto found = find_reference_definition(bytes_, lines);
    if (!found) return true;
    const auto taken = static_cast<std::uint32_t>(found->lines);
    Block tail = block;
    block.kind = BlockKind::link_reference_definition;
    block.lines_count = taken;
    block.range.end = lines[taken - 1].end;
    end_leaf();
    if (taken == lines.size()) return false;
    tail.range.begin = lines[taken].begin;
    tail.line += taken;
    tail.lines_begin += taken;
    tail.lines_count -= taken;
    leaf_block_ = static_cast<std::uint32_t>(into_.blocks.size());
    into_.blocks.push_back(tail);
    leaf_ = Leaf::paragraph;
  }
  return true;
}

// Blank lines at the end of an indented code block are not part of it.
void BlockScanner::trim_indented() {
  Block& block = leaf();
  while (trim_blanks(slice(bytes_, into_.lines.back())).empty()) {
    into_.lines.pop_back();
    --block.lines_count;
  }
  block.range.end = into_.lines.back().end;
}

}  // namespace milepost
