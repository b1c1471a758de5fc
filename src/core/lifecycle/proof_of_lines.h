// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof of lines: every line that is not the same before and after, intended values blanked out, must be one that an
// intended change may add, take away or rewrite.
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

[[nodiscard]] Result<void> prove_lines(const ParsedDocument& before, const ParsedDocument& after,
                                       std::span<const IntendedChange> intended);

}  // namespace milepost
