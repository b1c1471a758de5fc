// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// init: what milepost finds in a repository, and a milepost.toml that says so and shows every setting with its default.
// Nothing needs it: without the file everything works the same. With --hooks git checks documents before each commit.
#pragma once

#include "operations/change.h"

namespace milepost {

// Errors: usage (milepost.toml is there already; --hooks outside a repository).
[[nodiscard]] Result<ChangeAnswer> init(Session& session, const Arguments& arguments);

extern const Operation kInitOperation;

}  // namespace milepost
