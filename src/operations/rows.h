// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// task, phase, risk: rows of the tables of a milestone: a new one, or one cell of one that is there. Where there is no
// table, a task is a box and a risk a line.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> add_task(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> set_task_status(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> set_phase_status(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> add_risk(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> set_risk(Session& session, const Arguments& arguments);

extern const Operation kTaskAddOperation;
extern const Operation kTaskStatusOperation;
extern const Operation kPhaseOperation;
extern const Operation kRiskAddOperation;
extern const Operation kRiskSetOperation;

}  // namespace milepost
