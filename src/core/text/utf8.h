// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// UTF-8: decoding that never fails and encoding. An invalid byte is one character of its own (U+FFFD, length 1), so
// that a walk over any bytes ends and loses nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

struct Utf8Char {
  char32_t code_point = 0xFFFD;
  std::size_t length = 1;  // bytes, 1..4
  bool valid = false;
};

// Decodes the character that begins at `at` (must be inside `text`). Overlong forms and surrogates are invalid.
[[nodiscard]] Utf8Char decode_utf8(std::string_view text, std::size_t at);

// Bytes of the well-formed sequence at `at` (1..4), or 0: overlong forms, surrogates and cut sequences are malformed.
[[nodiscard]] std::uint32_t utf8_sequence_length(std::string_view bytes, std::size_t at);

// Offset of the first byte that belongs to no well-formed sequence, npos if there is none.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view bytes);

// Appends the character; code points that do not exist, and 0, become U+FFFD.
void append_utf8(std::uint32_t code_point, std::string& into);

}  // namespace milepost
