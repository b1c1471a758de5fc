// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// set, unset: the value of fields, in every place where they stand. They write what is asked and judge nothing; the
// steps of a life are in take_step.h.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> set_field(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> unset_field(Session& session, const Arguments& arguments);

extern const Operation kSetOperation;
extern const Operation kUnsetOperation;

}  // namespace milepost
