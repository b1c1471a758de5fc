// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "made_document.h"

#include "dice.h"
#include "families.h"

namespace milepost::bench {

// Of each twenty documents the first fourteen are a plan with its milestones, then come two of each other family.
MadeDocument make_document(std::uint64_t seed, std::uint32_t number) {
  constexpr std::uint32_t kBlock = 20;
  constexpr std::uint32_t kPlanDocuments = 14;
  const std::uint32_t block = number / kBlock;
  const std::uint32_t place = number % kBlock;
  if (place < kPlanDocuments) return make_plan_document({seed, number, block, place});
  const std::uint32_t pair = block * 2 + place % 2;  // counts the documents of one family
  if (place < kPlanDocuments + 2) return make_tracker_document({seed, number, pair, 0});
  if (place < kPlanDocuments + 4) return make_initiative_document({seed, number, pair / 10, pair % 10});
  return make_sprint_tree_document({seed, number, pair / 20, pair % 20});
}

}  // namespace milepost::bench
