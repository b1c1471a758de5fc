// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The references between the items of a corpus, resolved. They stand apart from the Corpus because the parts that find
// them (link_items.h) work before there is one, on documents sorted by path.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace milepost {

// Names an item of a corpus: document index and item index.
struct ItemKey {
  std::uint32_t document = 0;
  std::uint32_t item = 0;
  friend auto operator<=>(const ItemKey&, const ItemKey&) = default;
};

// What linking found out about one item.
struct ItemLinks {
  std::optional<ItemKey> parent;
  std::vector<ItemKey> children;         // in the order of the parent's statement, then by path and line
  std::vector<ItemKey> depends_on;       // resolved ones only, in stated order
  std::vector<ItemKey> needed_by;        // the reverse
  std::vector<std::uint32_t> strangers;  // of Item::children: those named by an id that no item bears
};

}  // namespace milepost
