// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Kind rank: how high a kind of item stands in the tree plan -> milestone -> sprint -> task. A parent never stands
// lower than its child; equal ranks may nest (a milestone inside a milestone). It keeps a link in the wrong direction
// from turning the tree upside down.
#pragma once

#include "core/document/item.h"

namespace milepost {

// 0 is the highest.
[[nodiscard]] constexpr int rank_of(ItemKind kind) {
  switch (kind) {
    case ItemKind::overview:
      return 0;
    case ItemKind::plan:
    case ItemKind::epic:
      return 1;
    case ItemKind::milestone:
    case ItemKind::phase:
      return 2;
    case ItemKind::sprint:
      return 3;
    case ItemKind::task:
      return 4;
  }
  return 4;
}

// Overviews, plans and epics: what holds milestones.
[[nodiscard]] constexpr bool is_container(ItemKind kind) { return rank_of(kind) < rank_of(ItemKind::milestone); }

}  // namespace milepost
