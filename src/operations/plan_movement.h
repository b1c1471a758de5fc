// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PlanMovement: how a change moves the plan: which items came, went, or say something else of status, progress and
// target than at the commit where the change began, and which findings are new or gone. It is what a reviewer wants to
// know of a pull request before reading it; `check --report` prints it as a comment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/document/item.h"
#include "operations/run_check.h"

namespace milepost {

// What one side says of an item.
struct ItemState {
  std::string path;
  std::optional<StatusCategory> status;
  std::optional<double> progress;  // percent
  std::optional<Date> target;
  friend bool operator==(const ItemState&, const ItemState&) = default;
};

struct ItemMove {
  std::string name;  // the id, else the path
  std::string title;
  ItemKind kind = ItemKind::milestone;
  std::optional<ItemState> before, after;  // one of them at least
};

struct PlanMovement {
  std::string base;           // the commit
  std::size_t documents = 0;  // that changed
  std::vector<ItemMove> moves;
  std::vector<CheckedFinding> appeared, gone;
  std::string repository_folder;
  bool fails = false;  // something appeared that is as grave as the configuration asks for
};

// Between the commit where HEAD and `revision` parted and the work tree. Errors: those of find_changes_since and check.
[[nodiscard]] Result<PlanMovement> find_plan_movement(Session& session, const CheckRequest& request);

// As Markdown that is safe in a comment on GitHub, whatever the documents hold; never longer than such a comment may
// be.
[[nodiscard]] std::string to_markdown(const PlanMovement& movement);

}  // namespace milepost
