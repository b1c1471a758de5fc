// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// execplan-registry check, build, update: whether the plans of a tree are sound, and registry.json, which is written
// only when they are.
#pragma once

#include "operations/change.h"
#include "operations/execplan/lines_answer.h"

namespace milepost::execplan {

[[nodiscard]] Result<LinesAnswer> check_plans(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> build_registry(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> update_registry(Session& session, const Arguments& arguments);

extern const Operation kCheckPlansOperation;
extern const Operation kBuildRegistryOperation;
extern const Operation kUpdateRegistryOperation;

}  // namespace milepost::execplan
