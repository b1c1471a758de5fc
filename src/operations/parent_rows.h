// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Parent rows: the row or box in an index, overview or plan that repeats an item's status. When the status of the item
// changes, what the parent says of it follows in the same plan, in the words of that table.
#pragma once

#include "operations/change.h"
#include "operations/chosen_item.h"

namespace milepost {

// Trouble with a row (it could be meant in two ways, its table has no column of statuses) is a remark, not an error:
// the step itself does not hang on it.
[[nodiscard]] Result<void> add_parent_row(Session& session, const ChosenItem& chosen, StatusCategory status,
                                          PlannedChange& into);

}  // namespace milepost
