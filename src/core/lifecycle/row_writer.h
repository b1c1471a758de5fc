// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Row writer: cells and rows of tables of tasks, phases, risks and whatever else the dialect knows as records. Rows are
// found by their first cell or by text, columns by their role or header; the table keeps its drawing.
#pragma once

#include "core/lifecycle/edit_draft.h"

namespace milepost {

[[nodiscard]] Result<void> set_cell(EditDraft& draft, const SetCell& request);
[[nodiscard]] Result<void> add_row(EditDraft& draft, const AddRow& request);

}  // namespace milepost
