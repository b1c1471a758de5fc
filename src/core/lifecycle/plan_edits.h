// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Plan edits: what a person wants changed in one document, as the bytes that must change and no other. Each value is
// changed in every place where it stands and keeps the style found there; nothing is ever written anew. What can be
// meant in two ways is an error that lists the candidates with their lines. This is the one entrance to the writers;
// docs/design/editing.md says what each of them does, proof.h checks the result before it is written.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "core/lifecycle/edit_request.h"

namespace milepost {

// All requests together, decided on the same bytes. Errors: usage (a value that the place can not hold, a date that is
// none), not_found, ambiguous (hints hold "path:line text"), invalid_document (front matter that could not be read),
// refused (the change would change something else).
[[nodiscard]] Result<PlannedEdits> plan_edits(const EditTarget& target, std::span<const EditRequest> requests);

// The same for one request.
[[nodiscard]] Result<PlannedEdits> plan_edit(const EditTarget& target, const EditRequest& request);

}  // namespace milepost
