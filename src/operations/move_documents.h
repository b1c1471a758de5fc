// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Moving documents: where a step takes a file, and everything that must follow it: relative links in both directions,
// index rows, registries and manifests, in the same plan.
#pragma once

#include <optional>
#include <vector>

#include "core/lifecycle/path_moves.h"
#include "core/lifecycle/rename_mentions.h"
#include "core/lifecycle/transition.h"
#include "operations/change.h"
#include "operations/chosen_item.h"

namespace milepost {

// Where the step takes the document's file, as its dialect says; nothing when it stays. A milestone that is a heading
// of a larger file never moves it; a plan may take its folder along. Errors: refused (the folder holds what belongs to
// another plan).
[[nodiscard]] Result<std::optional<PathMove>> find_destination(Session& session, const ChosenItem& chosen, Step step,
                                                               Date day);

// The data files in the folders above a document that name ids and paths: registry.json and the like.
[[nodiscard]] Result<std::vector<DataFile>> load_data_files(Session& session, const std::string& path);

// Adds the moves to the plan and mends what named the old paths.
[[nodiscard]] Result<void> add_moves(Session& session, const std::vector<PathMove>& moves, PlannedChange& into);

}  // namespace milepost
