// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Label lines as lines: taking a label away together with its line, and putting a new one beside the others in exactly
// their form (marks, colon, list bullet, quote, hard break, row of a table of two columns).
#pragma once

#include <string_view>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

// The label whose value stands at `value` goes; a cell or a frame is only emptied.
[[nodiscard]] Result<void> remove_label(EditDraft& draft, ByteRange value);

// `label` is written as given; `value` is escaped for label lines and for cells alike.
[[nodiscard]] Result<void> insert_label(EditDraft& draft, std::string_view label, std::string_view value);

}  // namespace milepost
