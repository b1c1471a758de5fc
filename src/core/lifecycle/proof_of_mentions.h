// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof of mentions: that a renumbering changed nothing but words that hold a number, and of those no date, no status
// and no box. It knows nothing of how mentions are found, so that a wrong one is not waved through.
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

// Error of kind refused with the first difference.
[[nodiscard]] Result<void> prove_mentions(const ParsedDocument& before, const ParsedDocument& after,
                                          std::span<const IntendedChange> intended);

}  // namespace milepost
