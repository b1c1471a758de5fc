// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The registry follows: when a change of any command touches plans or milestones of an ExecPlan tree that keeps a
// registry.json, the file is brought up to date in the same plan. A tree without one gets none, and trouble in some
// plan is a remark: it never holds up the change itself.
#pragma once

#include "operations/change.h"

namespace milepost::execplan {

// Call it last, when edits and moves are all in the plan.
[[nodiscard]] Result<void> follow_registry(Session& session, PlannedChange& into);

class Space;

// The same for a command of the family itself, which says nothing of it: what it prints is fixed.
[[nodiscard]] Result<void> follow_own_registry(const Space& space, Session& session, PlannedChange& into);

}  // namespace milepost::execplan
