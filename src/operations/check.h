// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// check: what is wrong in the documents of the workspace, by the rules of core/rules. It reads every document again
// with the corpus at hand, in parallel, and changes nothing. Everything that an output format could want is in the
// answer, so a format is one function from the answer to text (check_formats.h).
#pragma once

#include "operations/operation.h"
#include "operations/run_check.h"

namespace milepost {

[[nodiscard]] Result<CheckRequest> parse_check_request(const Operation& operation, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_check(Session& session, const Arguments& arguments);

extern const Operation kCheckOperation;

}  // namespace milepost
