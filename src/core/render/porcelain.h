// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Porcelain lines: fields divided by tabs, one record a line, for shell scripts. A tab, line break, carriage return or
// backslash inside a field is written \t \n \r \\, so that a script can split without a parser. The format is frozen.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace milepost {

enum class LineEnd : std::uint8_t { newline, nul };

void append_porcelain_row(std::string& out, std::span<const std::string> fields, LineEnd end);

}  // namespace milepost
