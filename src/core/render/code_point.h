// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reading UTF-8 one code point at a time, strictly: overlong forms, surrogates and values above U+10FFFF are invalid.
// Every text that leaves the program goes through here, so that a broken document never breaks a terminal or a parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace milepost {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::size_t size = 1;  // bytes taken; an invalid byte takes one
  bool valid = false;
};

// The code point at `at`, which must be inside `text`.
[[nodiscard]] CodePoint decode_code_point(std::string_view text, std::size_t at);

void append_code_point(std::string& out, char32_t value);

}  // namespace milepost
