// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The machine's entry of a writing command: runs it and writes its answer as JSON. Every writing command has the same
// answer (change.h), so this is one template and not a function for each.
#pragma once

#include <utility>

#include "operations/change.h"

namespace milepost {

using RunChange = Result<ChangeAnswer> (*)(Session&, const Arguments&);

template <const Operation& kOperation, RunChange kRun>
Result<JsonText> invoke_change(Session& session, const Arguments& arguments) {
  auto answer = kRun(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return change_json(kOperation, session, *answer);
}

}  // namespace milepost
