// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What others say of a new document: the row in the index, overview or README that its siblings stand in, and the
// pointers of a manifest. The edits go into the same plan as the document, so that both are written or none.
#pragma once

#include <string>

#include "core/lifecycle/creation_names.h"

namespace milepost {

struct UpdateSources {
  const CreationRequest& request;
  const CreationPlace& place;
  const CreationNames& names;
  const CreationSources& sources;
  std::string status;  // as written in the new document
};

// Adds the changes to the plan. Where a parent has no such table or key nothing is added, which is no error.
[[nodiscard]] Result<void> add_parent_updates(const UpdateSources& from, PlannedCreation& into);

}  // namespace milepost
