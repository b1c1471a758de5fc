// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LineCursor: where the block scanner stands inside one line. It counts columns, because indentation in Markdown is
// measured in columns with tab stops of four, and a tab may belong half to a container and half to its content: `at`
// then still points to the tab while `column` lies inside it.
#pragma once

#include <cstdint>

#include "core/base/byte_range.h"

namespace milepost {

struct LineCursor {
  const char* text = nullptr;  // borrows from: the bytes being scanned
  ByteOffset at = 0;
  ByteOffset end = 0;  // end of the line, without its EOL
  std::uint32_t column = 0;
  ByteOffset first = 0;      // first byte at or after `at` that is neither blank nor tab; `end` on a blank rest
  std::uint32_t indent = 0;  // columns from `column` to `first`

  [[nodiscard]] bool is_blank() const { return first == end; }
  [[nodiscard]] char first_char() const { return text[first]; }
  [[nodiscard]] bool is_space_at(ByteOffset offset) const { return text[offset] == ' ' || text[offset] == '\t'; }

  void find_first() {
    first = at;
    std::uint32_t reached = column;
    while (first < end && is_space_at(first)) {
      reached += text[first] == ' ' ? 1 : 4 - (reached & 3U);
      ++first;
    }
    indent = reached - column;
  }

  // Moves over `columns` columns of blanks and tabs, or fewer if something else comes first.
  void skip_columns(std::uint32_t columns) {
    while (columns > 0 && at < end && is_space_at(at)) {
      const std::uint32_t width = text[at] == ' ' ? 1 : 4 - (column & 3U);
      if (width > columns) {
        column += columns;
        return;
      }
      column += width;
      columns -= width;
      ++at;
    }
  }

  void skip_to_first() {
    column += indent;
    at = first;
    indent = 0;
  }

  // Moves behind a marker of `width` bytes that stands at `first`.
  void skip_marker(std::uint32_t width) {
    skip_to_first();
    at += width;
    column += width;
  }
};

}  // namespace milepost
