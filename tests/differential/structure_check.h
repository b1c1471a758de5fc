// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What holds for the scan of any bytes: ranges lie inside the text and inside their parent, blocks are in order, lines
// and cells lie in their block, boxes stand between brackets. The property tests and the fuzzers share it.
#pragma once

#include <string>
#include <string_view>

#include "core/text/markdown.h"

namespace milepost::testing {

// An empty text if all is well, else what is wrong.
[[nodiscard]] std::string find_structure_fault(std::string_view text, const Markdown& scan);

// The whole text put together from the content lines and what lies between them; equal to the text if no line overlaps
// another.
[[nodiscard]] std::string rebuild_from_lines(std::string_view text, const Markdown& scan);

}  // namespace milepost::testing
