// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// rename: a new title in every place that states it, and where the file's name was made of the old one, a new name for
// the file; links, the row in the index and a registry follow in the same plan. The id never changes: that is another
// command's business.
#pragma once

#include "operations/change.h"

namespace milepost {

// Errors: those of choosing an item; usage (no title, one that is too long or more than a line); conflict (a file of
// the new name is there).
[[nodiscard]] Result<ChangeAnswer> rename_item(Session& session, const Arguments& arguments);

extern const Operation kRenameOperation;

}  // namespace milepost
