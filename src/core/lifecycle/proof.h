// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Proof: that an edit did what was meant and nothing else. Old and new bytes are read from scratch and compared as
// meaning: fields, front matter, sections, boxes, rows, items and problems. It shares no code with the writers, so that
// one of them can be wrong without a document being damaged. Every write goes through it.
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/document/document_reader.h"
#include "core/document/edit_plan.h"

namespace milepost {

// Borrows everything.
struct EditedText {
  std::string_view path;
  std::string_view before;
  std::string_view after;
};

// Error of kind refused with the first thing that changed without being meant, or was meant and did not change.
[[nodiscard]] Result<void> prove_edit(DocumentReader& reader, const EditedText& text,
                                      std::span<const IntendedChange> intended);

}  // namespace milepost
