// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// claim and release: one person or agent takes an item for a while, so that no other does, and gives it back. Without
// an item `claim` says what is taken and by whom. Documents are not changed by either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/operation.h"
#include "workspace/claims.h"

namespace milepost {

struct ListedClaim {
  Claim claim;
  std::optional<std::string> path;  // of the item in this work tree; absent: it is not here
};

struct ClaimAnswer {
  std::vector<ListedClaim> claims;  // the one that was taken or given up, or all
  bool is_list = false;
  std::int64_t now = 0;
};

[[nodiscard]] Result<ClaimAnswer> claim(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ClaimAnswer> release(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_claim(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_release(Session& session, const Arguments& arguments);

extern const Operation kClaimOperation;
extern const Operation kReleaseOperation;

}  // namespace milepost
