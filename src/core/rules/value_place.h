// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ValuePlace: the stretch of text that a word stands in, as an author fills it in: a cell, what follows a label, an
// entry of a list, a heading. Rules on leftovers ask whether a placeholder is all that stands there: "[Name]" alone in
// a cell was never filled in, inside a sentence it may mean anything.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/rules/contexts.h"

namespace milepost {

enum class PlaceKind : std::uint8_t { none, cell, heading, entry, line };

struct ValuePlace {
  PlaceKind kind = PlaceKind::none;
  ByteRange whole;  // without marks, boxes and blanks round it
  ByteRange value;  // the part behind "Label:"; the whole where there is no label
};

// The place that holds the byte `at` of leaf block `block`.
[[nodiscard]] ValuePlace place_at(const Scan& scan, std::uint32_t block, ByteOffset at);

// Without blanks, emphasis, quotes, code ticks and a box in front of or behind it.
[[nodiscard]] ByteRange without_wrapping(std::string_view bytes, ByteRange range);

// Whether the range is all that stands in the place, or all that follows its label.
[[nodiscard]] bool is_alone(std::string_view bytes, const ValuePlace& place, ByteRange range);

// Whether MP020 speaks of the field: its value is what the template left, in brackets or letters.
[[nodiscard]] bool is_template_field(const DocumentContext& context, const RawField& field);

// Where fields of one sort stand. Looks at them when first asked; each question is a lookup.
class FieldSpots {
 public:
  using IsOne = bool (*)(const DocumentContext&, const RawField&);
  FieldSpots(const DocumentContext& context, IsOne is_one) : context_(&context), is_one_(is_one) {}
  [[nodiscard]] bool hold(ByteOffset at);

 private:
  const DocumentContext* context_;
  IsOne is_one_;
  bool is_filled_ = false;
  std::vector<ByteRange> ranges_;  // sorted
};

}  // namespace milepost
