// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Field writer: sets and unsets a field in every place where it stands, and puts a missing one where the document keeps
// such things: a key in front matter that is there, else a label line beside the others. It never makes front matter.
#pragma once

#include "core/lifecycle/edit_draft.h"
#include "core/lifecycle/field_places.h"

namespace milepost {

[[nodiscard]] Result<void> set_field(EditDraft& draft, const SetField& request);
[[nodiscard]] Result<void> unset_field(EditDraft& draft, const UnsetField& request);

// Whether the role holds several entries: "tags", "depends_on".
[[nodiscard]] bool is_list_role(std::string_view role);
[[nodiscard]] std::vector<std::string> split_entries(std::string_view value);

}  // namespace milepost
