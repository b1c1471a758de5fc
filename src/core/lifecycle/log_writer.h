// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Log writer: one more line of the changelog, at the end where the newest comes last and at the beginning where it
// comes first, written as its neighbour is: bullet, brackets, dash, marks and the notation of the date. A log may be a
// list, plain lines ("[2026-01-02 10:15]: text"), a table with dates in its first column, or a section for each day.
#pragma once

#include "core/lifecycle/edit_draft.h"

namespace milepost {

[[nodiscard]] Result<void> add_log(EditDraft& draft, const AddLog& request);

}  // namespace milepost
