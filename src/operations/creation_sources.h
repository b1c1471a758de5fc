// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What a planner of new documents looks at, taken from a session: the corpus, templates of the workspace, documents as
// they stand now, and the numbers that are taken anywhere. Made anew for each plan, because it borrows the scan.
#pragma once

#include "core/lifecycle/creation_request.h"

namespace milepost {

class Session;

// Borrows the session and its scan.
[[nodiscard]] Result<CreationSources> make_creation_sources(Session& session);

}  // namespace milepost
