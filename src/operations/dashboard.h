// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// dashboard: the truth of a whole workspace on one screen: what is late, blocked, at risk, under way and next, where
// documents contradict themselves, and what was not understood. Each open milestone stands in the first group that
// fits, so that nothing is told twice.
#pragma once

#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/document/corpus.h"
#include "operations/contradictions.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct DashboardEntry {
  ItemKey key;
  std::string reason;  // "12 days late", "waits for M3"; "" where the group says all
};

struct DashboardTotals {
  std::size_t documents = 0;
  std::size_t items = 0;
  std::size_t milestones = 0;  // or, where a workspace has none, all items
  std::size_t done = 0;        // of them, archived ones included
  std::size_t cancelled = 0;
  std::size_t plans = 0;
};

struct DashboardAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  DashboardTotals totals;
  std::vector<DashboardEntry> overdue, blocked, at_risk, active, next;
  std::vector<DashboardEntry> waiting;   // planned, but something they depend on is open
  std::vector<DashboardEntry> unstated;  // open, without a status that is understood
  std::vector<SpottedFinding> contradictions;
  std::vector<const Finding*> not_recognised;
  std::size_t other_problems = 0;
  std::string notice;
};

[[nodiscard]] Result<DashboardAnswer> dashboard(Session& session);
[[nodiscard]] Result<JsonText> invoke_dashboard(Session& session, const Arguments& arguments);

extern const Operation kDashboardOperation;

}  // namespace milepost
