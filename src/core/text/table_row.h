// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Table rows of GFM: a line cut at its pipes. A pipe is escaped when the byte before it is a backslash, however many
// backslashes there are, and code spans do not protect one: both as GitHub does it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

// Appends the cells of the row `line` of `bytes`, trimmed; gives their number. A lone '|' has none and is no row.
std::uint32_t split_row(std::string_view bytes, ByteRange line, std::vector<ByteRange>& cells);

// The number of cells that split_row would give.
[[nodiscard]] std::uint32_t count_cells(std::string_view bytes, ByteRange line);

// The number of columns of a delimiter row such as "| :-- | --: |", 0 if `rest` is none.
[[nodiscard]] std::uint32_t delimiter_columns(std::string_view rest);

}  // namespace milepost
