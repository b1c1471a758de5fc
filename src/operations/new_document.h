// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// `milepost new` and `milepost plan new`: a milestone, plan, sprint or task comes into being, with the id, name, place
// and words that its family and its neighbours use, and its parent knows of it in the same change.
#pragma once

#include "operations/change.h"

namespace milepost {

extern const Operation kNewOperation;
extern const Operation kPlanNewOperation;

[[nodiscard]] Result<ChangeAnswer> new_document(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> new_plan(Session& session, const Arguments& arguments);

}  // namespace milepost
