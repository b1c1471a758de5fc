// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Box writer: ticks, unticks and defers boxes. They are counted as progress counts them: task items of the item outside
// fences, comments and quotes, in the order of the document. A deferred box stays open and says so behind its text:
// "- [ ] Write help (deferred: no time)"; ticking or opening it takes that away again.
#pragma once

#include <string_view>
#include <vector>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

struct BoxPlace {
  std::uint32_t block = 0;   // of the list item
  ByteOffset box = 0;        // the byte between the brackets
  ByteRange text;            // first line behind the box, trimmed
  std::uint32_t number = 0;  // from 1
  std::uint32_t line = 0;    // from 1
};

// The boxes of the target's item, as `number` counts them.
[[nodiscard]] std::vector<BoxPlace> find_boxes(const EditDraft& draft);

// Whether the text of a box says that it is put off: "(deferred)", "(deferred: reason)" at its end.
[[nodiscard]] bool is_deferred(std::string_view box_text);

[[nodiscard]] Result<void> set_boxes(EditDraft& draft, const SetBoxes& request);

}  // namespace milepost
