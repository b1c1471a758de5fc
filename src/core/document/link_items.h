// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Link items: turns the references that documents write into links between items. Every link is known at both ends, and
// the same documents give the same links in whatever order they were read. The work grows with the number of items and
// references, times a logarithm.
#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"
#include "core/document/item_links.h"
#include "core/document/item_table.h"

namespace milepost {

struct LinkedItems {
  std::vector<std::vector<ItemLinks>> links;  // parallel to documents[i].items
  std::uint64_t candidates_seen = 0;          // bearers of ids that were looked at: the measure of the work
};

// The documents must be sorted by path.
[[nodiscard]] LinkedItems link_items(const std::vector<DocumentSummary>& documents);

// What a stated dependency means in `from`; for those who judge what was not linked.
[[nodiscard]] Resolution resolve_dependency(const std::vector<DocumentSummary>& documents, const ItemTable& table,
                                            ItemKey from, const Reference& reference);

}  // namespace milepost
