// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ByteSet: a set of bytes, and the first byte of a text that is in it. std::string_view::find_first_of calls memchr for
// each byte of the text, which costs ten times as much as a look into a table.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace milepost {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }

  constexpr void add(char c) { holds_[static_cast<unsigned char>(c)] = true; }

  [[nodiscard]] constexpr bool holds(char c) const { return holds_[static_cast<unsigned char>(c)]; }

  // The place of the first byte of `text` that is in the set, npos if there is none.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at)
      if (holds(text[at])) return at;
    return std::string_view::npos;
  }

  [[nodiscard]] constexpr bool meets(std::string_view text) const { return find_in(text) != std::string_view::npos; }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace milepost
