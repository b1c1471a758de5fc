// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Table: rows of cells laid out in columns that fit the terminal. Columns give way in the order that their author
// chose: first those that may shrink are cut, then those that may be left out go. Piped output has no width and is
// never cut. Cells are made of spans with roles; their text must be clean (terminal_text.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/render/style.h"
#include "core/render/terminal_text.h"

namespace milepost {

struct TextSpan {
  std::string text;
  TextRole role = TextRole::plain;
};

using Cell = std::vector<TextSpan>;

struct Column {
  std::string title;
  Align align = Align::left;
  Cut cut = Cut::end;
  std::size_t least = 0;  // may shrink down to this many columns; 0: keeps its width
  int drop_order = 0;     // 0: always shown; otherwise the highest number is left out first
};

enum class HeadingSpace : std::uint8_t { loose, tight };  // with or without an empty line before it

// A line of its own between rows, or behind the last one.
struct TableHeading {
  std::size_t before_row = 0;
  Cell text;
  HeadingSpace space = HeadingSpace::loose;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;   // each as long as `columns`
  std::vector<TableHeading> headings{};  // by before_row
  std::size_t indent = 0;
  std::size_t gap = 2;
  bool has_header = true;
};

// `width`: columns of the terminal, or nothing for output that is not to be cut. Ends with a newline unless empty.
[[nodiscard]] std::string to_text(const Table& table, const Style& style, std::optional<std::size_t> width);

// A cell of one span.
[[nodiscard]] inline Cell cell(std::string text, TextRole role = TextRole::plain) { return {{std::move(text), role}}; }

}  // namespace milepost
