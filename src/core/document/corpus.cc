// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/corpus.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "core/document/child_progress.h"
#include "core/document/find_item.h"
#include "core/document/link_items.h"
#include "core/document/told_elsewhere.h"

namespace milepost {

Corpus Corpus::build(std::vector<DocumentSummary> documents) {
  const auto is_before = [](const DocumentSummary& a, const DocumentSummary& b) {
    return std::tie(a.path, a.revision) < std::tie(b.path, b.revision);
  };
  if (!std::ranges::is_sorted(documents, is_before)) std::ranges::sort(documents, is_before);
  Corpus corpus;
  corpus.documents_ = std::move(documents);
  drop_items_told_elsewhere(corpus.documents_);
  corpus.links_ = link_items(corpus.documents_).links;
  compute_child_progress(corpus.documents_, corpus.links_);
  return corpus;
}

const ItemLinks& Corpus::links(ItemKey key) const { return links_[key.document][key.item]; }

std::vector<ItemKey> Corpus::all_items() const {
  std::vector<ItemKey> keys;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    const auto& items = documents_[d].items;
    const auto first = static_cast<std::ptrdiff_t>(keys.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) keys.push_back({d, i});
    std::stable_sort(keys.begin() + first, keys.end(),
                     [&items](ItemKey a, ItemKey b) { return items[a.item].line < items[b.item].line; });
  }
  return keys;
}

Result<ItemKey> Corpus::find(std::string_view id_or_path) const { return find_item(documents_, id_or_path); }

std::string Corpus::name_of(ItemKey key) const {
  const Item& named = item(key);
  if (named.id) return named.id->value;
  std::string name = document_of(key).path;
  if (key.item != 0) name.append(":").append(std::to_string(named.line));
  return name;
}

}  // namespace milepost
