// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Families: how each kind of made-up tree lays out its documents. A document knows its place: which group (plan,
// initiative, sprint tree) it belongs to and which member of the group it is; member 0 stands above the others.
#pragma once

#include <cstdint>

#include "made_document.h"

namespace milepost::bench {

struct Place {
  std::uint64_t seed = 0;
  std::uint32_t number = 0;  // of the document in the whole tree
  std::uint32_t group = 0;
  std::uint32_t member = 0;
};

[[nodiscard]] MadeDocument make_plan_document(const Place& place);
[[nodiscard]] MadeDocument make_tracker_document(const Place& place);
[[nodiscard]] MadeDocument make_initiative_document(const Place& place);
[[nodiscard]] MadeDocument make_sprint_tree_document(const Place& place);

}  // namespace milepost::bench
