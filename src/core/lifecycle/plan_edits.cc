// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/plan_edits.h"

namespace milepost {

Result<PlannedEdits> plan_edits(const EditTarget&, std::span<const EditRequest>) {
  return fail(ErrorKind::unavailable, "no writer is there yet");
}

Result<PlannedEdits> plan_edit(const EditTarget& target, const EditRequest& request) {
  return plan_edits(target, std::span(&request, 1));
}

}  // namespace milepost
