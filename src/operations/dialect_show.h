// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// dialect show: the description of one dialect as it is used, ready to be copied and changed: that is how a workspace
// gets a dialect of its own.
#pragma once

#include "core/document/dialect_set.h"
#include "operations/operation.h"

namespace milepost {

// The dialect that the arguments name; borrowed from the session. Errors: not_found with the nearest names.
[[nodiscard]] Result<const DialectInfo*> dialect_show(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_dialect_show(Session& session, const Arguments& arguments);

extern const Operation kDialectShowOperation;

}  // namespace milepost
