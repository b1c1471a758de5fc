// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/item_table.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// Beyond so many equally near bearers of an id nobody is meant; it bounds the work for a hostile tree.
constexpr std::size_t kMostEquallyNear = 16;
constexpr std::size_t kSameDocument = std::numeric_limits<std::size_t>::max();

std::size_t hash_of(std::string_view folded) { return std::hash<std::string_view>{}(folded); }

}  // namespace

ItemTable::ItemTable(const std::vector<DocumentSummary>& documents) : documents_(documents) {
  ids_.reserve(documents.size());
  std::vector<ItemKey> keys;
  keys.reserve(documents.size());
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const auto& items = documents[d].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (!items[i].id) continue;
      std::string folded = fold_identifier(items[i].id->value);
      if (folded.empty()) continue;
      entries_.push_back({hash_of(folded), static_cast<std::uint32_t>(ids_.size())});
      ids_.push_back(std::move(folded));
      keys.push_back({d, i});
    }
  }
  // Ids were numbered in the order of path and place, so the number is the place.
  std::ranges::sort(entries_, [this](const Entry& a, const Entry& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    const int order = ids_[a.id].compare(ids_[b.id]);
    return order != 0 ? order < 0 : a.id < b.id;
  });
  drop_overviews(keys);
  keys_.reserve(entries_.size());
  for (const Entry& entry : entries_) keys_.push_back(keys[entry.id]);
}

// An overview that bears the id of something else only speaks about it: "M01 - Sprint Overview".
void ItemTable::drop_overviews(const std::vector<ItemKey>& keys) {
  const auto is_overview = [&](const Entry& entry) {
    const ItemKey key = keys[entry.id];
    return documents_[key.document].items[key.item].kind == ItemKind::overview;
  };
  std::vector<Entry> kept;
  kept.reserve(entries_.size());
  for (auto begin = entries_.cbegin(); begin != entries_.cend();) {
    const auto end = std::find_if(begin, entries_.cend(), [&](const Entry& entry) {
      return entry.hash != begin->hash || ids_[entry.id] != ids_[begin->id];
    });
    const bool all_overviews = std::all_of(begin, end, is_overview);
    std::copy_if(begin, end, std::back_inserter(kept),
                 [&](const Entry& entry) { return all_overviews || !is_overview(entry); });
    begin = end;
  }
  entries_ = std::move(kept);
}

std::span<const ItemKey> ItemTable::with_id(std::string_view folded) const {
  const std::size_t hash = hash_of(folded);
  const auto order = [&](const Entry& entry) {
    if (entry.hash != hash) return entry.hash < hash ? -1 : 1;
    return std::string_view(ids_[entry.id]).compare(folded);
  };
  const auto begin = std::ranges::partition_point(entries_, [&](const Entry& entry) { return order(entry) < 0; });
  const auto end = std::partition_point(begin, entries_.end(), [&](const Entry& entry) { return order(entry) == 0; });
  return std::span(keys_).subspan(static_cast<std::size_t>(begin - entries_.begin()),
                                  static_cast<std::size_t>(end - begin));
}

std::size_t ItemTable::nearness(ItemKey a, ItemKey b) const {
  if (a.document == b.document) return kSameDocument;
  return count_shared_folders(documents_[a.document].path, documents_[b.document].path);
}

// Documents are sorted by path, so the folders shared with `from` only become fewer with the distance from its place:
// the nearest ones are its neighbours on both sides.
std::vector<ItemKey> ItemTable::nearest_of(std::span<const ItemKey> candidates, ItemKey from) const {
  const auto middle =
      static_cast<std::size_t>(std::ranges::lower_bound(candidates, ItemKey{from.document, 0}) - candidates.begin());
  std::size_t best = 0;
  if (middle > 0) best = nearness(from, candidates[middle - 1]);
  if (middle < candidates.size()) best = std::max(best, nearness(from, candidates[middle]));

  std::vector<ItemKey> nearest;
  for (std::size_t i = middle; i-- > 0 && nearest.size() <= kMostEquallyNear;) {
    if (nearness(from, candidates[i]) != best) break;
    nearest.push_back(candidates[i]);
  }
  for (std::size_t i = middle; i < candidates.size() && nearest.size() <= kMostEquallyNear; ++i) {
    if (nearness(from, candidates[i]) != best) break;
    nearest.push_back(candidates[i]);
  }
  candidates_seen_ += nearest.size() + 2;
  return nearest;
}

Resolution ItemTable::resolve(std::string_view folded, ItemKey from, Preference is_preferred) const {
  const auto candidates = with_id(folded);
  if (candidates.empty() || std::ranges::binary_search(candidates, from)) return {};
  if (candidates.size() == 1) {
    ++candidates_seen_;
    return {candidates.front(), false};
  }
  std::vector<ItemKey> nearest = nearest_of(candidates, from);
  if (nearest.size() == 1) return {nearest.front(), false};
  if (nearest.size() > kMostEquallyNear) return {std::nullopt, true};
  const auto item_of = [this](ItemKey key) -> const Item& { return documents_[key.document].items[key.item]; };
  std::erase_if(nearest, [&](ItemKey key) { return !is_preferred(item_of(from), item_of(key)); });
  // A document of its own says more than a heading or a row elsewhere that bears the same id.
  if (nearest.size() > 1) std::erase_if(nearest, [](ItemKey key) { return key.item != 0; });
  if (nearest.size() == 1) return {nearest.front(), false};
  return {std::nullopt, true};
}

std::optional<std::uint32_t> ItemTable::document_at(std::string_view path) const {
  const auto found = std::ranges::lower_bound(
      documents_, path, {}, [](const DocumentSummary& document) { return std::string_view(document.path); });
  if (found == documents_.end() || found->path != path) return std::nullopt;
  return static_cast<std::uint32_t>(found - documents_.begin());
}

}  // namespace milepost
