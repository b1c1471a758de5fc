// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// List writer: one entry more or less in a field that is a list, in whatever carries it: a YAML list, "M1, M2" behind a
// label or in a cell, bullets of the section of dependencies. The words for "none" make room for the first entry and
// come back with the last.
#pragma once

#include "core/lifecycle/edit_draft.h"

namespace milepost {

[[nodiscard]] Result<void> change_list(EditDraft& draft, const ChangeList& request);

}  // namespace milepost
