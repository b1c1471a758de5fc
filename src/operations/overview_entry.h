// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What an overview says of one of its milestones, carried into the document that it grows into: goal, diagram, phases,
// metrics, outcomes and reasons. Each carried part begins with a comment that names the part of the overview, and the
// link to the parent leads to the very heading, so that the two can be compared for ever.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/lifecycle/plan_creation.h"

namespace milepost {

class Session;

// Finds the heading that the request's title (or id) names in the overview and fills the request: title, number,
// parent, anchor, sections. Errors: not_found and ambiguous with the headings, invalid_document.
[[nodiscard]] Result<void> take_overview_entry(Session& session, const std::string& overview, CreationRequest& request);

}  // namespace milepost
