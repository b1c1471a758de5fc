// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Missing field: puts a field that stands nowhere yet where the document keeps such things: a key of the front matter
// in the order of its family, else a label line beside the others. It never makes front matter.
#pragma once

#include <string>
#include <vector>

#include "core/lifecycle/edit_draft.h"
#include "core/lifecycle/field_places.h"

namespace milepost {

// A field that stands nowhere yet. `value` is checked; `entries` is filled for a list.
struct MissingField {
  FieldName name;
  std::string role;
  std::string value;
  std::vector<std::string> entries;
};
[[nodiscard]] Result<void> insert_field(EditDraft& draft, const MissingField& field);

}  // namespace milepost
