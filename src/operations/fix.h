// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// fix: makes the changes that findings offer, in one edit plan. Rounds are made in memory until nothing is offered any
// more, so that a second run changes nothing; a file that the proof refuses is left as it is and named.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> fix(Session& session, const Arguments& arguments);

extern const Operation kFixOperation;

}  // namespace milepost
