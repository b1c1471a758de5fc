// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// execplan new, complete, archive, list: plans of an ExecPlan tree. A change and the registry that follows it are one
// edit plan.
#pragma once

#include "operations/change.h"
#include "operations/execplan/lines_answer.h"

namespace milepost::execplan {

[[nodiscard]] Result<ChangeAnswer> new_plan(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> complete_plan(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> archive_plan(Session& session, const Arguments& arguments);
[[nodiscard]] Result<LinesAnswer> list_plans(Session& session, const Arguments& arguments);

extern const Operation kNewPlanOperation;
extern const Operation kCompletePlanOperation;
extern const Operation kArchivePlanOperation;
extern const Operation kListPlansOperation;

}  // namespace milepost::execplan
