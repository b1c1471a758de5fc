// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// edit: a document in the editor of the person, and what reading found afterwards that it did not find before. The
// editor writes the file itself: nothing is refused, nothing is taken back, and what milepost thinks of it comes last.
#pragma once

#include <string>
#include <vector>

#include "core/document/finding.h"
#include "operations/operation.h"

namespace milepost {

struct EditAnswer {
  std::string path;
  bool changed = false;
  std::vector<Finding> new_problems;  // in the order of their places
};

// Errors: not_found, ambiguous, usage (no terminal, no editor), io (the editor failed).
[[nodiscard]] Result<EditAnswer> edit_document(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_edit(Session& session, const Arguments& arguments);

extern const Operation kEditOperation;

}  // namespace milepost
