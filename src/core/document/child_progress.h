// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Child progress: the percentage of a parent that counts nothing itself, from its children. Each child weighs the same,
// because the number of boxes in a document says how its author writes and not how much work it is. A parent gets no
// figure as soon as nothing is known about one child: unknown is not zero. docs/design/progress.md has the reasons.
#pragma once

#include <vector>

#include "core/document/document.h"
#include "core/document/item_links.h"

namespace milepost {

// Fills Progress::computed where the reader left it absent and the item has children. `links` must be a forest.
void compute_child_progress(std::vector<DocumentSummary>& documents, const std::vector<std::vector<ItemLinks>>& links);

}  // namespace milepost
