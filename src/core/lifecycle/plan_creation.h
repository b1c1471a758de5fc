// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Creation: a new document, decided purely: its dialect (that of its parent or of the neighbours), its id, its place
// and its bytes, and what its parent says of it afterwards. Before the plan is handed out the new bytes are read back:
// a title, an id or a status that would be read otherwise than it was given is an error and nothing is planned.
#pragma once

#include "core/base/result.h"
#include "core/lifecycle/creation_request.h"

namespace milepost {

// Errors: usage (title, id, date, a field or part that the template does not have, a template that is wrong, with its
// place), not_found and ambiguous (parent), refused (parent is completed), invalid_document (parent can not be read),
// conflict (id or file name is taken).
[[nodiscard]] Result<PlannedCreation> plan_creation(const CreationRequest& request, const CreationSources& sources);

}  // namespace milepost
