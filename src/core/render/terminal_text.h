// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Text of documents made safe and measurable for a terminal. Documents are untrusted: escape sequences, control
// characters and direction overrides never reach the terminal. Widths are counted as terminals draw: wide East Asian
// characters and emoji take two columns, combining marks none, an emoji sequence (ZWJ, VS16, flag) two together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

enum class Align : std::uint8_t { left, right };
enum class Cut : std::uint8_t { end, start };  // where a text that is too long loses its characters

// One line: line breaks and tabs become blanks, other control and direction characters vanish, invalid UTF-8 becomes
// U+FFFD. The result holds nothing that moves a cursor.
[[nodiscard]] std::string to_clean_line(std::string_view text);

// The same text in ASCII for terminals that know nothing else: marks are taken off letters, other characters are "?".
[[nodiscard]] std::string to_ascii(std::string_view text);

// Columns of a clean line.
[[nodiscard]] std::size_t display_width(std::string_view text);

// At most `width` columns; where something was cut, `ellipsis` says so. Never splits a character sequence.
[[nodiscard]] std::string truncate_to(std::string_view text, std::size_t width, Cut cut, std::string_view ellipsis);

// Blanks added up to `width` columns.
[[nodiscard]] std::string pad_to(std::string_view text, std::size_t width, Align align);

}  // namespace milepost
