// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// execplan milestone new, complete, archive, list, remaining: the milestones of one plan. Folder and file name say what
// is active and which number it has; boxes are not looked at.
#pragma once

#include "operations/change.h"
#include "operations/execplan/lines_answer.h"

namespace milepost::execplan {

[[nodiscard]] Result<ChangeAnswer> new_milestone(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> complete_milestone(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> archive_milestone(Session& session, const Arguments& arguments);
[[nodiscard]] Result<LinesAnswer> list_milestones(Session& session, const Arguments& arguments);
[[nodiscard]] Result<LinesAnswer> remaining_milestones(Session& session, const Arguments& arguments);

extern const Operation kNewMilestoneOperation;
extern const Operation kCompleteMilestoneOperation;
extern const Operation kArchiveMilestoneOperation;
extern const Operation kListMilestonesOperation;
extern const Operation kRemainingMilestonesOperation;

}  // namespace milepost::execplan
