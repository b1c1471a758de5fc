// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// depend add, depend remove: the stated prerequisites of a milestone. What is added must exist and must not need the
// milestone itself, for a circle can never be finished.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> add_dependency(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> remove_dependency(Session& session, const Arguments& arguments);

extern const Operation kDependAddOperation;
extern const Operation kDependRemoveOperation;

}  // namespace milepost
