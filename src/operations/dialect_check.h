// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// dialect check: whether dialect files can be used. A broken one is an error with its file, line and column; opening a
// workspace already fails on those in .milepost/dialects, so the answer is the same error there and here.
#pragma once

#include <string>
#include <vector>

#include "operations/operation.h"

namespace milepost {

// The dialects that were checked, by name. Errors: usage with the place of what is wrong.
[[nodiscard]] Result<std::vector<std::string>> dialect_check(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_dialect_check(Session& session, const Arguments& arguments);

extern const Operation kDialectCheckOperation;

}  // namespace milepost
