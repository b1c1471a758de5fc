// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/source_position.h"

#include <algorithm>

namespace milepost {

LineColumn position_of(std::string_view bytes, ByteOffset offset) {
  const std::string_view before = bytes.substr(0, offset);
  LineColumn at;
  at.line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
  const std::size_t line_begin = before.rfind('\n');
  at.byte_column = static_cast<std::uint32_t>(line_begin == std::string_view::npos ? before.size()
                                                                                   : before.size() - line_begin - 1) +
                   1;
  return at;
}

}  // namespace milepost
