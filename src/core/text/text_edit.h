// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// TextEdit: "replace these bytes by those". It exists so that a change can be decided, shown and checked before a byte
// is written. It is the only way that a document changes; every byte outside the ranges stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/result.h"

namespace milepost {

struct TextEdit {
  ByteRange range;  // empty range: insertion
  std::string replacement;
};

// Applies edits that do not overlap (any order; insertions at one offset keep their order). Overlap or a range outside
// the text is an Error of kind internal and nothing is applied.
[[nodiscard]] Result<std::string> apply_edits(std::string_view text, std::vector<TextEdit> edits);

}  // namespace milepost
