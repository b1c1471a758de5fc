// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// plan list: what holds others (plans, overviews, initiatives, sprints, epics), with how much below it is done and its
// own progress. `list` is about milestones; this is the view from above, one line for each parent.
#pragma once

#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct PlanRow {
  ItemKey key;
  Count children;  // done (or otherwise over) and all, direct ones
};

struct PlanListAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  std::vector<PlanRow> plans;        // by path, then line
  std::string notice;                // why nothing matched; empty when something did
};

// What holds others: by its kind, or because something is below it (a README with its milestones).
[[nodiscard]] bool is_parent(const Corpus& corpus, ItemKey key);

[[nodiscard]] Result<PlanListAnswer> list_plans(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_plan_list(Session& session, const Arguments& arguments);

extern const Operation kPlanListOperation;

}  // namespace milepost
