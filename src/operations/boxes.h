// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// tick, untick, defer: the boxes of one item, by number, by text, by section or all of them. A box that was put off
// stays open and no longer holds up completion.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> tick(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> untick(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> defer(Session& session, const Arguments& arguments);

extern const Operation kTickOperation;
extern const Operation kUntickOperation;
extern const Operation kDeferOperation;

}  // namespace milepost
