// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof of fixes: that what rules offered leaves the document what it was. Fixes change bytes that no command names, so
// they are not compared field by field; but after safe ones the document still says the same of its items, and after
// any of them it is the same kind of document with the same items and nothing that can not be read.
#pragma once

#include "core/base/result.h"
#include "core/document/parsed_document.h"

namespace milepost {

enum class ProofOfFixes : std::uint8_t { safe, unsafe };

// Error of kind refused with the first difference.
[[nodiscard]] Result<void> prove_fixes(const ParsedDocument& before, const ParsedDocument& after, ProofOfFixes how);

}  // namespace milepost
