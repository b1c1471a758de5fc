// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Parent rows: the row or box in an index, overview or plan that repeats an item's status or title. When one of them
// changes, what the parent says of it follows in the same plan, in the words of that table.
#pragma once

#include "operations/change.h"
#include "operations/chosen_item.h"

namespace milepost {

// Trouble with a row (it could be meant in two ways, its table has no column of statuses) is a remark, not an error:
// the step itself does not hang on it.
[[nodiscard]] Result<void> add_parent_row(Session& session, const ChosenItem& chosen, StatusCategory status,
                                          PlannedChange& into);

// The same for the title: where the row calls the item by its old title, it calls it by the new one.
[[nodiscard]] Result<void> add_parent_title(Session& session, const ChosenItem& chosen, const std::string& old_title,
                                            const std::string& title, PlannedChange& into);

}  // namespace milepost
