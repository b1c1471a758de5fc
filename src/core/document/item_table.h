// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ItemTable: which items bear an id, and which document stands at a path. It exists so that resolving a reference costs
// a binary search however many items share the id ("T01" in ten thousand sprints). A name means the bearer that stands
// nearest to where it is used, as names in nested scopes do; when two stand equally near it means neither.
// Borrows the documents, which must be sorted by path and outlive the table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/item_links.h"

namespace milepost {

// What a reference was found to mean.
struct Resolution {
  std::optional<ItemKey> item;
  bool is_ambiguous = false;  // several items are meant equally well
};

// Says whether a candidate is the better one of equally near ones.
using Preference = bool (*)(const Item& from, const Item& candidate);

class ItemTable {
 public:
  explicit ItemTable(const std::vector<DocumentSummary>& documents);

  // The items whose id folds to `folded`, in the order of path and line; without the overviews if there are others.
  [[nodiscard]] std::span<const ItemKey> with_id(std::string_view folded) const;

  // The item that the id means in `from`. Nothing when `from` bears the id itself.
  [[nodiscard]] Resolution resolve(std::string_view folded, ItemKey from, Preference is_preferred) const;

  [[nodiscard]] std::optional<std::uint32_t> document_at(std::string_view path) const;

  // Items looked at by `resolve` since construction: what the test of growth counts.
  [[nodiscard]] std::uint64_t candidates_seen() const { return candidates_seen_; }

 private:
  struct Entry {
    std::size_t hash = 0;  // of the folded id; makes nearly every comparison one of numbers
    std::uint32_t id = 0;  // index into ids_
  };

  void drop_overviews(const std::vector<ItemKey>& keys);
  [[nodiscard]] std::size_t nearness(ItemKey a, ItemKey b) const;
  [[nodiscard]] std::vector<ItemKey> nearest_of(std::span<const ItemKey> candidates, ItemKey from) const;

  const std::vector<DocumentSummary>& documents_;
  std::vector<std::string> ids_;  // folded, one for each item that has an id
  std::vector<Entry> entries_;    // by hash, then id, then place
  std::vector<ItemKey> keys_;     // parallel to entries_
  mutable std::uint64_t candidates_seen_ = 0;
};

}  // namespace milepost
