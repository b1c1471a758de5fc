// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// UTF-8, one code point at a time, strictly: overlong forms, surrogates and values above U+10FFFF are invalid. Reading
// never fails: an invalid byte is a code point of its own (U+FFFD, one byte), so that a walk over any bytes ends and
// loses nothing. All text that comes in or goes out passes here, so that it is broken or whole everywhere alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacementCharacter;
  std::uint8_t length = 1;  // bytes, 1..4
  bool is_valid = false;
};

// The code point at `at`, whose byte is 0x80 or above.
[[nodiscard]] CodePoint wide_code_point_at(std::string_view text, std::size_t at);

// The code point at `at`, which must be inside `text`. ASCII is read in place, because nearly all text is.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1, true} : wide_code_point_at(text, at);
}

// Offset of the first byte that belongs to no well-formed sequence, npos if there is none.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

// Appends the code point; one that does not exist becomes U+FFFD.
void append_utf8(std::string& out, char32_t value);

}  // namespace milepost
