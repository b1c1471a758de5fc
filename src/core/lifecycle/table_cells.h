// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Table cells: where the pipes of a row stand, whether a table is drawn with all its pipes in line, and edits that keep
// it so. In a table that is not aligned a cell keeps the blanks around it; in one that is, blanks make up for the new
// width, and a value that is wider than its column widens the column in every row.
#pragma once

#include <string>
#include <vector>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

// What stands between two pipes, blanks included.
struct TableGrid {
  std::uint32_t table = kNoBlock;
  std::vector<ByteRange> lines;               // header, delimiter row, rows
  std::vector<std::vector<ByteRange>> cells;  // by line
  bool has_outer_pipes = false;
  bool is_aligned = false;
};
[[nodiscard]] TableGrid read_grid(const EditDraft& draft, std::uint32_t table);

// `where` is the trimmed content of a cell as the scanner gives it; `text` is escaped.
[[nodiscard]] Result<void> replace_cell(EditDraft& draft, ByteRange where, const std::string& text);

// A new row; `texts` has one escaped text for each column.
enum class RowPlace : std::uint8_t { first, last };
void insert_row(EditDraft& draft, std::uint32_t table, const std::vector<std::string>& texts, RowPlace place);

}  // namespace milepost
