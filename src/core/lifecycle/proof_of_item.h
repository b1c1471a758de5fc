// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof of a new item: a milestone that becomes one more heading of a document. Its bytes must be one insertion, and
// what is read afterwards must be all that was read before, and one item with the title that was meant.
#pragma once

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

// `intended.value` is the title of the new item. Error of kind refused with the first thing that is otherwise.
[[nodiscard]] Result<void> prove_new_item(const ParsedDocument& before, const ParsedDocument& after,
                                          const IntendedChange& intended);

}  // namespace milepost
