// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Moving an item to another plan: its file goes where the family keeps what belongs to that plan, it gets the next id
// there when its id names the plan, and everything that spoke of it follows in the same change: what it says of its
// parent, the rows of both indexes, links, mentions and the registry.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> move_item(Session& session, const Arguments& arguments);

extern const Operation kMoveOperation;

}  // namespace milepost
