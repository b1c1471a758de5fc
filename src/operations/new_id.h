// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Another id for an item, everywhere: what `renumber` does by itself, and `move` when the id names the plan. Every
// document that may mention the old id is read.
#pragma once

#include <string>

#include "core/lifecycle/rename_mentions.h"
#include "operations/chosen_item.h"

namespace milepost {

// Errors: those of plan_rename_mentions, io.
[[nodiscard]] Result<RenamePlan> plan_new_id(Session& session, const ChosenItem& chosen, const std::string& to);

}  // namespace milepost
