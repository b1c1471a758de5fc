// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Link reference definitions: "[label]: destination 'title'" at the start of a paragraph. They are the only part of
// the block structure that needs a look at inline syntax, and only paragraphs that begin with '[' get that look.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/byte_range.h"

namespace milepost {

struct ReferenceDefinition {
  std::size_t lines = 0;  // how many of the paragraph's lines it takes
  ByteRange label;        // between the brackets, as written
  ByteRange destination;  // without <>
  ByteRange title;        // with its quotes; empty when there is none
};

// The definition that starts with the first of these lines (content lines of a paragraph), or nothing.
[[nodiscard]] std::optional<ReferenceDefinition> find_reference_definition(std::string_view bytes,
                                                                           std::span<const ByteRange> lines);

}  // namespace milepost
