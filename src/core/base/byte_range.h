// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ByteRange: a half-open range of byte offsets into one source text. It is how every value of the model says where it
// stands, and it never dangles as a view would: the text is looked up with `slice`.
// Offsets are 32 bit; the workspace refuses files that are larger (see the size cap in discovery).
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

using ByteOffset = std::uint32_t;

struct ByteRange {
  ByteOffset begin = 0;
  ByteOffset end = 0;

  [[nodiscard]] constexpr ByteOffset size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(ByteOffset offset) const { return begin <= offset && offset < end; }
  friend constexpr bool operator==(ByteRange, ByteRange) = default;
};

// The bytes of `range`. The range must lie inside `text`. The view borrows from `text`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace milepost
