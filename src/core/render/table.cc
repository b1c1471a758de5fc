// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/table.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace milepost {
namespace {

struct Layout {
  std::vector<std::size_t> shown;   // indices of the columns that are drawn
  std::vector<std::size_t> widths;  // of all columns
};

std::size_t width_of(const Cell& cell) {
  return std::accumulate(cell.begin(), cell.end(), std::size_t{0},
                         [](std::size_t sum, const TextSpan& span) { return sum + display_width(span.text); });
}

std::vector<std::size_t> natural_widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (const Column& column : table.columns) widths.push_back(table.has_header ? display_width(column.title) : 0);
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  return widths;
}

std::size_t total_of(const Layout& layout, const Table& table) {
  std::size_t total = table.indent + table.gap * (layout.shown.empty() ? 0 : layout.shown.size() - 1);
  for (const std::size_t i : layout.shown) total += layout.widths[i];
  return total;
}

// What the columns take when each has given all it can.
std::size_t least_total(const Layout& layout, const Table& table) {
  Layout smallest = layout;
  for (const std::size_t i : layout.shown) {
    const std::size_t least = table.columns[i].least;
    if (least != 0) smallest.widths[i] = std::min(smallest.widths[i], least);
  }
  return total_of(smallest, table);
}

void drop_columns(Layout& layout, const Table& table, std::size_t width) {
  while (least_total(layout, table) > width) {
    const auto first = std::max_element(layout.shown.begin(), layout.shown.end(), [&](std::size_t a, std::size_t b) {
      return table.columns[a].drop_order < table.columns[b].drop_order;
    });
    if (first == layout.shown.end() || table.columns[*first].drop_order == 0) return;
    layout.shown.erase(first);
  }
}

// Takes from the widest column that may still give, until the row fits.
void shrink_columns(Layout& layout, const Table& table, std::size_t width) {
  std::size_t total = total_of(layout, table);
  while (total > width) {
    std::size_t* widest = nullptr;
    for (const std::size_t i : layout.shown) {
      const std::size_t least = table.columns[i].least;
      const bool may_give = least != 0 && layout.widths[i] > least;
      if (may_give && (widest == nullptr || layout.widths[i] > *widest)) widest = &layout.widths[i];
    }
    if (widest == nullptr) return;
    --*widest;
    --total;
  }
}

Layout lay_out(const Table& table, std::optional<std::size_t> width) {
  Layout layout;
  layout.widths = natural_widths(table);
  layout.shown.resize(table.columns.size());
  std::iota(layout.shown.begin(), layout.shown.end(), std::size_t{0});
  if (width) {
    for (std::size_t& natural : layout.widths) natural = std::min(natural, *width);
    drop_columns(layout, table, *width);
    shrink_columns(layout, table, *width);
  }
  return layout;
}

// The spans of a cell cut to `width` columns.
Cell fit(const Cell& cell, std::size_t width, const Column& column, const Style& style) {
  if (width_of(cell) <= width) return cell;
  if (cell.size() == 1) {
    return {{truncate_to(cell[0].text, width, column.cut, style.glyphs().ellipsis), cell[0].role}};
  }
  Cell kept;
  std::size_t room = width;
  for (const TextSpan& span : cell) {
    if (room == 0) break;
    kept.push_back({truncate_to(span.text, room, Cut::end, style.glyphs().ellipsis), span.role});
    room -= std::min(room, display_width(kept.back().text));
  }
  return kept;
}

struct Slot {
  const Column& column;
  std::size_t width;
  bool last;
};

void append_cell(std::string& out, const Cell& cell, const Slot& slot, const Style& style) {
  const Cell kept = fit(cell, slot.width, slot.column, style);
  const std::string blanks(slot.width - std::min(slot.width, width_of(kept)), ' ');
  if (slot.column.align == Align::right) out += blanks;
  for (const TextSpan& span : kept) out += style.paint(span.role, span.text);
  if (slot.column.align == Align::left && !slot.last) out += blanks;
}

struct Frame {
  const Table& table;
  const Layout& layout;
  const Style& style;
};

void append_row(std::string& out, std::span<const Cell> cells, const Frame& frame) {
  const auto& [table, layout, style] = frame;
  std::size_t last = 0;  // cells behind the last filled one need no padding
  for (std::size_t n = 0; n < layout.shown.size(); ++n) {
    if (width_of(cells[layout.shown[n]]) != 0) last = n;
  }
  out.append(table.indent, ' ');
  for (std::size_t n = 0; n < layout.shown.size() && n <= last; ++n) {
    const std::size_t i = layout.shown[n];
    if (n != 0) out.append(table.gap, ' ');
    append_cell(out, cells[i], {table.columns[i], layout.widths[i], n == last}, style);
  }
  out.push_back('\n');
}

void append_heading(std::string& out, const TableHeading& heading, const Style& style) {
  if (heading.space == HeadingSpace::loose) out.push_back('\n');
  for (const TextSpan& span : heading.text) out += style.paint(span.role, span.text);
  out.push_back('\n');
}

}  // namespace

std::string to_text(const Table& table, const Style& style, std::optional<std::size_t> width) {
  const Layout layout = lay_out(table, width);
  const Frame frame{table, layout, style};
  std::string out;
  if (table.has_header) {
    std::vector<Cell> header;
    for (const Column& column : table.columns) header.push_back(cell(column.title, TextRole::dim));
    append_row(out, header, frame);
  }
  auto heading = table.headings.begin();
  for (std::size_t i = 0; i <= table.rows.size(); ++i) {
    for (; heading != table.headings.end() && heading->before_row == i; ++heading) {
      append_heading(out, *heading, style);
    }
    if (i < table.rows.size()) append_row(out, table.rows[i], frame);
  }
  return out;
}

}  // namespace milepost
