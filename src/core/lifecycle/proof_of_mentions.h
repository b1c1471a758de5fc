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

// Borrows all. The bare texts are those that are compared: without what links lead to, when links change too.
struct MentionTexts {
  const ParsedDocument& before;
  const ParsedDocument& after;
  const ParsedDocument& bare_before;
  const ParsedDocument& bare_after;
};

// Error of kind refused with the first difference.
[[nodiscard]] Result<void> prove_mentions(const MentionTexts& texts, std::span<const IntendedChange> intended);

}  // namespace milepost
