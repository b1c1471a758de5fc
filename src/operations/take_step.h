// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// start, block, unblock, complete, cancel, reopen, archive, unarchive, and `plan complete`: the steps in the life of a
// milestone or plan. This page says what belongs to a step: the status everywhere, the dates and the log
// (core/lifecycle/transition.h), what must hold before it (gates.h, by the policy of the configuration), and where the
// file goes (move_documents.h).
#pragma once

#include "core/lifecycle/transition.h"
#include "operations/change.h"

namespace milepost {

template <Step kStep>
[[nodiscard]] Result<ChangeAnswer> take_step(Session& session, const Arguments& arguments);

// The same step as `complete`, for parents only: whoever means a plan never ends a milestone by a short id.
[[nodiscard]] Result<ChangeAnswer> complete_parent(Session& session, const Arguments& arguments);

extern const Operation kStartOperation;
extern const Operation kBlockOperation;
extern const Operation kUnblockOperation;
extern const Operation kCompleteOperation;
extern const Operation kPlanCompleteOperation;
extern const Operation kCancelOperation;
extern const Operation kReopenOperation;
extern const Operation kArchiveOperation;
extern const Operation kUnarchiveOperation;

}  // namespace milepost
