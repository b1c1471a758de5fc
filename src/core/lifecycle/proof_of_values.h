// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof of values: what was meant is read afterwards in every place that states it, and all other fields and all other
// milestones of the document are read as before.
#pragma once

#include <span>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

[[nodiscard]] Result<void> prove_values(const ParsedDocument& before, const ParsedDocument& after,
                                        std::span<const IntendedChange> intended);

}  // namespace milepost
