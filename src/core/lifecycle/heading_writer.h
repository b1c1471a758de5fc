// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Heading writer: the parts of a title that is more than one thing: "## Milestone 2: Beta (Shipped: 2026-05-26)" holds
// an id, a name, a status and a date. Each is changed alone, here and in every other place that states it; the new
// heading is taken apart again before it is accepted.
#pragma once

#include <string_view>

#include "core/lifecycle/edit_draft.h"
#include "core/lifecycle/written_value.h"

namespace milepost {

// `role` is "title" or "id".
[[nodiscard]] Result<void> set_title_part(EditDraft& draft, std::string_view role, std::string_view value);

// Whether the item's heading itself says how it stands.
[[nodiscard]] bool states_status_in_heading(const EditDraft& draft);
[[nodiscard]] Result<void> set_heading_status(EditDraft& draft, const NewValue& wanted);

}  // namespace milepost
