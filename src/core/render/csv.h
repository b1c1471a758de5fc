// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// CSV as RFC 4180 has it: CRLF, quotes only where they are needed, quotes doubled. Spreadsheets run a cell that begins
// with = + - @ as a formula; `defused` puts an apostrophe before such cells (off by default, because it changes data).
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace milepost {

enum class CsvFormulas : std::uint8_t { kept, defused };

void append_csv_row(std::string& out, std::span<const std::string> cells, CsvFormulas formulas);

}  // namespace milepost
