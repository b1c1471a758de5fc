// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Editing items: what `set`, `tick`, `log` and their like have in common. Requests are decided for one item or for all
// that a filter gives; a document that states when it was last changed says so of this change too.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/lifecycle/plan_edits.h"
#include "operations/change.h"
#include "operations/chosen_item.h"

namespace milepost {

// What is wanted of one item. Called on fresh bytes; may look at the item to decide.
using ItemRequests = std::function<Result<std::vector<EditRequest>>(const ChosenItem&)>;

enum class Touch : std::uint8_t { bump_updated, leave_updated };

struct ItemEdit {
  std::vector<std::string> names;  // ids or paths; one plan for all of them
  ItemRequests requests;
  std::string summary;  // "tick M3"
  Touch touch = Touch::bump_updated;
};

[[nodiscard]] ChangePlanner plan_item_edit(ItemEdit edit);

// The whole of a command that edits the one item of its parameter "id": judges the arguments, plans, carries out.
[[nodiscard]] Result<ChangeAnswer> edit_one(Session& session, const Arguments& arguments, const Operation& operation,
                                            ItemRequests requests);

// The parameter of such a command.
inline constexpr Parameter kItemParameter{.name = "id",
                                          .kind = ParameterKind::text,
                                          .value_name = "ID",
                                          .summary = "the milestone: an id, a short form of one, a path, path:line",
                                          .values = Values::ids,
                                          .positional = true,
                                          .required = true};

// One document's edits as a change of the plan, remarks and the line for people added to `into`. Does nothing when all
// is as wanted. `updated` is bumped where the document states it, unless it is among the requests.
[[nodiscard]] Result<void> add_item_edits(Session& session, const ChosenItem& chosen, std::vector<EditRequest> requests,
                                          Touch touch, PlannedChange& into);

}  // namespace milepost
