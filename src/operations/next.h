// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// next: what to work on, and why. Open items whose prerequisites are done and that nobody else has claimed, in the
// order in which a careful person would take them: what is overdue, what is begun, what is due first, what is riskier,
// what more others wait for. Each comes with the reasons for its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "operations/operation.h"
#include "workspace/claims.h"
#include "workspace/workspace.h"

namespace milepost {

struct NextItem {
  ItemKey key;
  std::vector<std::string> reasons;  // "overdue since 2026-01-10", "2 others wait for it"
  std::optional<Claim> claim;        // one's own
};

// Open items that are none to begin with.
struct PassedOver {
  std::size_t blocked = 0;  // by their status
  std::size_t waiting = 0;  // for open prerequisites
  std::size_t claimed = 0;  // by others
};

struct NextAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  std::vector<NextItem> items;       // the first is what to do; at most as many as wished
  std::size_t total = 0;             // how many could be begun
  PassedOver passed_over;
  std::optional<Claim> taken;  // with --claim: that of the first
  std::int64_t now = 0;
  std::string notice;
};

[[nodiscard]] Result<NextAnswer> next(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_next(Session& session, const Arguments& arguments);

extern const Operation kNextOperation;

}  // namespace milepost
