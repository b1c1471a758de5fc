// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// undo: takes back the last change or changes that milepost made, bytes, places and folders, as long as the files are
// still as it left them. It knows nothing of what a change meant, so it is the same for all of them.
#pragma once

#include "operations/change.h"

namespace milepost {

// Errors: not_found (nothing to take back), conflict (a file was changed since), io.
[[nodiscard]] Result<ChangeAnswer> undo(Session& session, const Arguments& arguments);

extern const Operation kUndoOperation;

}  // namespace milepost
