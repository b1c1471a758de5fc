// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Line shapes: what one line, taken alone, could be in CommonMark. `rest` is the line from its first non-blank byte,
// container prefixes and EOL cut, and never empty. Which shape wins in a context is the block scanner's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace milepost {

inline constexpr bool is_blank_char(char c) { return c == ' ' || c == '\t'; }
inline constexpr bool is_digit_char(char c) { return c >= '0' && c <= '9'; }
inline constexpr char to_lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline constexpr bool is_alpha_char(char c) { return to_lower_char(c) >= 'a' && to_lower_char(c) <= 'z'; }
inline constexpr bool is_punctuation_char(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// The part of `text` without blanks and tabs at its ends; an all blank text gives an empty view at its begin.
[[nodiscard]] std::string_view trim_blanks(std::string_view text);

[[nodiscard]] bool is_thematic_break(std::string_view rest);

// 1 for a line of '=', 2 for one of '-', else 0.
[[nodiscard]] std::uint8_t setext_level(std::string_view rest);

struct AtxShape {
  std::uint8_t level = 0;    // 0: not a heading
  std::string_view content;  // borrows from: the line
};
[[nodiscard]] AtxShape atx_shape(std::string_view rest);

struct FenceShape {
  std::uint32_t length = 0;  // 0: not a fence
  std::string_view info;     // borrows from: the line
};
[[nodiscard]] FenceShape fence_shape(std::string_view rest);
[[nodiscard]] bool closes_fence(std::string_view rest, char marker, std::uint32_t length);

struct ListMarkerShape {
  std::uint32_t width = 0;  // of the marker alone; 0: not a marker
  char kind = 0;            // '-' '+' '*' '.' ')'
  bool starts_at_one = true;
  bool is_empty = false;  // nothing follows on the line
};
[[nodiscard]] ListMarkerShape list_marker_shape(std::string_view rest);

}  // namespace milepost
