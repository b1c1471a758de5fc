// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/table_cells.h"

#include <algorithm>

#include "core/render/terminal_text.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

std::vector<ByteRange> split_line(std::string_view bytes, ByteRange line, bool& has_outer) {
  ByteOffset begin = line.begin;
  ByteOffset end = line.end;
  while (begin < end && is_blank_char(bytes[begin])) ++begin;
  while (end > begin && is_blank_char(bytes[end - 1])) --end;
  const bool opens = begin < end && bytes[begin] == '|';
  const bool closes = end > begin + 1 && bytes[end - 1] == '|' && bytes[end - 2] != '\\';
  has_outer = opens && closes;
  if (opens) ++begin;
  const ByteOffset stop = closes ? end - 1 : end;
  std::vector<ByteRange> cells;
  ByteOffset from = begin;
  for (ByteOffset at = begin; at < stop; ++at) {
    if (bytes[at] != '|' || bytes[at - 1] == '\\') continue;
    cells.push_back({from, at});
    from = at + 1;
  }
  cells.push_back({from, stop});
  return cells;
}

// The line of a block without what its containers put before it.
ByteRange own_line(const EditDraft& draft, ByteOffset begin) { return {begin, draft.line_at(begin).end}; }

bool all_in_line(const EditDraft& draft, const TableGrid& grid) {
  if (!grid.has_outer_pipes || grid.cells.size() < 3) return false;
  const std::vector<ByteRange>& first = grid.cells.front();
  for (const std::vector<ByteRange>& row : grid.cells) {
    if (row.size() != first.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (display_width(draft.slice(row[i])) != display_width(draft.slice(first[i]))) return false;
  }
  return true;
}

ByteRange trimmed(std::string_view bytes, ByteRange range) {
  while (range.begin < range.end && is_blank_char(bytes[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank_char(bytes[range.end - 1])) --range.end;
  return range;
}

enum class Side : std::uint8_t { left, right, center };

// What the delimiter cell says: "---:" puts the blanks in front.
Side side_of(std::string_view delimiter) {
  delimiter = trim_blanks(delimiter);
  if (!delimiter.ends_with(':')) return Side::left;
  return delimiter.starts_with(':') ? Side::center : Side::right;
}

// `text` in a cell of `width` columns with at least one blank on both sides.
std::string in_width(const std::string& text, std::size_t width, Side side) {
  const std::size_t used = display_width(text) + 2;
  const std::size_t spare = width > used ? width - used : 0;
  const std::size_t before = side == Side::left ? 0 : side == Side::right ? spare : spare / 2;
  return std::string(before + 1, ' ') + text + std::string(spare - before + 1, ' ');
}

// More dashes in a delimiter cell, inside its colons and blanks.
void widen_delimiter(EditDraft& draft, ByteRange cell, std::size_t by) {
  const std::size_t dash = draft.slice(cell).find('-');
  if (dash != std::string_view::npos) draft.insert(cell.begin + static_cast<ByteOffset>(dash), std::string(by, '-'));
}

void widen_column(EditDraft& draft, const TableGrid& grid, std::size_t column, std::size_t by) {
  const Side side = side_of(draft.slice(grid.cells[1][column]));
  for (std::size_t line = 0; line < grid.cells.size(); ++line) {
    const ByteRange cell = grid.cells[line][column];
    if (line == 1)
      widen_delimiter(draft, cell, by);
    else if (side == Side::right)
      draft.insert(cell.begin, std::string(by, ' '));
    else
      draft.insert(cell.end, std::string(by, ' '));
  }
}

void replace_aligned(EditDraft& draft, const TableGrid& grid, std::size_t line, std::size_t column,
                     const std::string& text) {
  const ByteRange cell = grid.cells[line][column];
  const std::size_t width = display_width(draft.slice(cell));
  const std::size_t needed = display_width(text) + 2;
  const Side side = side_of(draft.slice(grid.cells[1][column]));
  if (needed <= width) return draft.replace(cell, in_width(text, width, side));
  const std::size_t by = needed - width;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const ByteRange other = grid.cells[i][column];
    if (i == line)
      draft.replace(other, in_width(text, needed, side));
    else if (i == 1)
      widen_delimiter(draft, other, by);
    else if (side == Side::right)
      draft.insert(other.begin, std::string(by, ' '));
    else
      draft.insert(other.end, std::string(by, ' '));
  }
}

std::string plain_row(const EditDraft& draft, const TableGrid& grid, const std::vector<std::string>& texts) {
  // The last row shows how much air the cells of this table have.
  const std::vector<ByteRange>& model = grid.cells.size() > 2 ? grid.cells.back() : grid.cells.front();
  const bool is_tight = std::ranges::all_of(model, [&](ByteRange cell) {
    const std::string_view text = draft.slice(cell);
    return text.empty() || (!is_blank_char(text.front()) && !is_blank_char(text.back()));
  });
  const std::string air = is_tight ? "" : " ";
  std::string row = grid.has_outer_pipes ? "|" : "";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_first = i == 0 && !grid.has_outer_pipes;
    const bool is_last = i + 1 == texts.size();
    row += is_first ? "" : air;
    row += texts[i].empty() && is_tight ? " " : texts[i];
    if (!is_last || grid.has_outer_pipes) row += air + "|";
  }
  return row;
}

}  // namespace

TableGrid read_grid(const EditDraft& draft, std::uint32_t table) {
  TableGrid grid;
  grid.table = table;
  const std::vector<Block>& blocks = draft.markdown().blocks;
  grid.has_outer_pipes = true;
  const auto add = [&](ByteRange line) {
    bool outer = false;
    grid.lines.push_back(line);
    grid.cells.push_back(split_line(draft.bytes(), line, outer));
    grid.has_outer_pipes = grid.has_outer_pipes && outer;
  };
  for (std::uint32_t i = table + 1; i < blocks[table].end; ++i) {
    add(own_line(draft, blocks[i].range.begin));
    if ((blocks[i].flags & kHeaderRow) == 0) continue;
    const ByteOffset prefix = blocks[i].range.begin - draft.line_at(blocks[i].range.begin).begin;
    add(own_line(draft, std::min(draft.next_line(blocks[i].range.begin) + prefix,
                                 draft.line_at(draft.next_line(blocks[i].range.begin)).end)));
  }
  grid.is_aligned = all_in_line(draft, grid);
  return grid;
}

Result<void> replace_cell(EditDraft& draft, ByteRange where, const std::string& text) {
  const std::uint32_t row = draft.leaf_at(where.begin);
  const Block& block = draft.markdown().blocks[row];
  const TableGrid grid = read_grid(draft, block.parent);
  for (std::size_t line = 0; line < grid.lines.size(); ++line) {
    if (grid.lines[line].begin != block.range.begin) continue;
    for (std::size_t column = 0; column < grid.cells[line].size(); ++column) {
      const ByteRange cell = grid.cells[line][column];
      if (where.begin < cell.begin || where.end > cell.end) continue;
      if (grid.is_aligned) {
        replace_aligned(draft, grid, line, column, text);
        return {};
      }
      const ByteRange content = trimmed(draft.bytes(), cell);
      const std::string_view blanks = draft.slice(cell);
      if (!content.empty())
        draft.replace(content, text);
      else if (blanks.size() >= 2)
        draft.replace(cell, " " + text + " ");
      else
        draft.replace(cell, std::string(blanks) + text + std::string(blanks));
      return {};
    }
  }
  return std::unexpected(draft.error_at(ErrorKind::internal, where.begin, "the cell was not found in its table"));
}

void insert_row(EditDraft& draft, std::uint32_t table, const std::vector<std::string>& texts, RowPlace place) {
  const TableGrid grid = read_grid(draft, table);
  const ByteRange last = place == RowPlace::last ? grid.lines.back() : grid.lines[1];
  const ByteRange line = draft.line_at(last.begin);
  const std::string prefix(draft.slice({line.begin, last.begin}));
  std::string row;
  if (grid.is_aligned && texts.size() == grid.cells[0].size()) {
    row = "|";
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t width = display_width(draft.slice(grid.cells[0][i]));
      const std::size_t needed = display_width(texts[i]) + 2;
      if (needed > width && !texts[i].empty()) widen_column(draft, grid, i, needed - width);
      const Side side = side_of(draft.slice(grid.cells[1][i]));
      row += (texts[i].empty() ? std::string(width, ' ') : in_width(texts[i], std::max(needed, width), side)) + "|";
    }
  } else {
    row = plain_row(draft, grid, texts);
  }
  draft.insert_lines(draft.next_line(last.begin), prefix + row + std::string(draft.eol_at(last.begin)));
}

}  // namespace milepost
