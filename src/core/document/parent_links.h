// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Parent links: who is whose parent in a corpus, from all that the documents say and from where they stand. The sources
// differ in strength and a weaker one is only asked when the stronger ones are silent; a source that names two parents
// equally well gives none. The result is a forest: no item is its own ancestor. docs/design/linking.md has the reasons.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/document/item_numbers.h"
#include "core/document/item_table.h"

namespace milepost {

struct ParentLinks {
  std::vector<std::optional<ItemKey>> parents;  // by item number
  std::vector<std::vector<ItemKey>>
      stated_children;  // by item number, in stated order; also of items with another parent
  std::vector<std::vector<std::uint32_t>> strangers;  // by item number: the children that no item answers to
};

[[nodiscard]] ParentLinks find_parents(const std::vector<DocumentSummary>& documents, const ItemNumbers& numbers,
                                       const ItemTable& table);

}  // namespace milepost
