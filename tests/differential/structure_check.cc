// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "differential/structure_check.h"

#include <algorithm>

namespace milepost::testing {
namespace {

bool is_inside(ByteRange inner, ByteRange outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

bool has_line_end(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

bool is_container(BlockKind kind) {
  return kind == BlockKind::list || kind == BlockKind::list_item || kind == BlockKind::block_quote ||
         kind == BlockKind::table;
}

std::string find_tree_fault(const Markdown& scan, std::uint32_t index) {
  const Block& block = scan.blocks[index];
  if (block.end <= index || block.end > scan.blocks.size()) return "end of subtree";
  if (!is_container(block.kind) && block.end != index + 1) return "a leaf with children";
  if (block.parent == kNoBlock) return "";
  if (block.parent >= index) return "parent behind child";
  const Block& parent = scan.blocks[block.parent];
  if (!is_container(parent.kind)) return "child of a leaf";
  if (block.end > parent.end) return "subtree leaves its parent";
  if ((parent.kind == BlockKind::list) != (block.kind == BlockKind::list_item)) return "item without list";
  if ((parent.kind == BlockKind::table) != (block.kind == BlockKind::table_row)) return "row without table";
  return is_inside(block.range, parent.range) ? "" : "range leaves its parent";
}

std::string find_box_fault(std::string_view text, const Block& block) {
  if (block.box == kNoOffset) return "";
  if (block.kind != BlockKind::list_item || !block.range.contains(block.box)) return "a box outside an item";
  const char mark = text[block.box];
  const bool is_mark = mark == ' ' || mark == 'x' || mark == 'X';
  return is_mark && text[block.box - 1] == '[' && text[block.box + 1] == ']' ? "" : "a box without brackets";
}

std::string find_part_fault(std::string_view text, const Markdown& scan, const Block& block) {
  if (block.lines_begin + block.lines_count > scan.lines.size()) return "lines outside the vector";
  if (block.cells_begin + block.cells_count > scan.cells.size()) return "cells outside the vector";
  for (std::uint32_t i = 0; i < block.lines_count; ++i) {
    const ByteRange line = scan.lines[block.lines_begin + i];
    if (!is_inside(line, block.range)) return "a line outside its block";
    if (has_line_end(slice(text, line))) return "a line with a line end";
  }
  ByteOffset before = block.range.begin;
  for (std::uint32_t i = 0; i < block.cells_count; ++i) {
    const ByteRange cell = scan.cells[block.cells_begin + i];
    if (!is_inside(cell, {before, block.range.end})) return "a cell outside its row";
    before = cell.end;
  }
  return "";
}

}  // namespace

std::string find_structure_fault(std::string_view text, const Markdown& scan) {
  const ByteRange whole{0, static_cast<ByteOffset>(text.size())};
  ByteOffset before = 0;
  for (std::uint32_t i = 0; i < scan.blocks.size(); ++i) {
    const Block& block = scan.blocks[i];
    std::string fault;
    if (!is_inside(block.range, whole) || block.range.begin < before) fault = "range outside the text or out of order";
    if (fault.empty() && !is_inside(block.content, block.range)) fault = "content outside the block";
    if (fault.empty()) fault = find_tree_fault(scan, i);
    if (fault.empty()) fault = find_box_fault(text, block);
    if (fault.empty()) fault = find_part_fault(text, scan, block);
    if (!fault.empty()) return fault + " at block " + std::to_string(i);
    before = block.range.begin;
  }
  return "";
}

std::string rebuild_from_lines(std::string_view text, const Markdown& scan) {
  std::string rebuilt;
  ByteOffset at = 0;
  for (const ByteRange line : scan.lines) {
    if (line.begin < at) return "lines overlap";
    rebuilt.append(slice(text, {at, line.begin})).append(slice(text, line));
    at = line.end;
  }
  return rebuilt.append(text.substr(at));
}

}  // namespace milepost::testing
