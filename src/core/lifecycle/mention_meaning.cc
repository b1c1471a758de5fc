// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/mention_meaning.h"

#include <algorithm>
#include <optional>

#include "core/document/normalise/identifier.h"

namespace milepost {
namespace {

constexpr int kDeepestParents = 16;  // a chain of parents may be a circle

}  // namespace

MentionMeaning::MentionMeaning(const Corpus& corpus, ItemKey item)
    : corpus_(corpus), table_(corpus.documents()), item_(item), folded_(fold_identifier(corpus.item(item).id->value)) {
  const auto found = table_.with_id(folded_);
  bearers_.assign(found.begin(), found.end());
  if (!is_bearer(item_)) bearers_.insert(std::ranges::upper_bound(bearers_, item_), item_);
}

bool MentionMeaning::is_bearer(ItemKey key) const { return std::ranges::binary_search(bearers_, key); }

bool MentionMeaning::belongs(std::uint32_t document) const {
  if (document == item_.document) return item_.item == 0;
  if (corpus_.documents()[document].items.empty()) return false;
  std::optional<ItemKey> key = ItemKey{document, 0};
  for (int step = 0; key && step < kDeepestParents; ++step) {
    if (*key == item_) return true;
    key = corpus_.links(*key).parent;
  }
  return false;
}

std::optional<ItemKey> MentionMeaning::item_at(const Place& place) const {
  if (!place.document) return std::nullopt;
  const auto& items = corpus_.documents()[*place.document].items;
  if (items.empty()) return std::nullopt;
  ItemKey inner{*place.document, 0};
  for (std::uint32_t i = 1; i < items.size(); ++i)
    if (items[i].range.contains(place.offset)) inner.item = i;
  return inner;
}

Meaning MentionMeaning::judge_links(const Place& place) const {
  std::optional<ItemKey> linked;
  for (const std::string& path : place.linked) {
    const auto document = table_.document_at(path);
    if (!document) continue;
    for (const ItemKey bearer : bearers_) {
      if (bearer.document != *document || linked == bearer) continue;
      if (linked) return Meaning::unclear;
      linked = bearer;
    }
  }
  if (!linked) return Meaning::unclear;
  return *linked == item_ ? Meaning::ours : Meaning::other;
}

Meaning MentionMeaning::judge_whole(ItemKey here, const Place& place) const {
  if (is_only_bearer()) return Meaning::ours;
  if (is_bearer(here)) return Meaning::other;
  if (const Meaning linked = judge_links(place); linked != Meaning::unclear) return linked;
  const auto nearest = table_.resolve(folded_, here, [](const Item&, const Item&) { return true; });
  if (!nearest.item) return Meaning::unclear;
  return *nearest.item == item_ ? Meaning::ours : Meaning::other;
}

// A short form counts only inside the item's own plan or sprint.
Meaning MentionMeaning::judge_tail(ItemKey here, const Place& place) const {
  const auto parent = corpus_.links(item_).parent;
  const auto own_parent = corpus_.links(here).parent;
  const bool is_inside = parent && (here == *parent || (own_parent && *own_parent == *parent));
  if (!is_inside) return Meaning::other;
  if (is_only_bearer()) return Meaning::ours;
  return is_bearer(here) ? Meaning::other : judge_links(place);
}

Meaning MentionMeaning::judge(IdSpelling::Match match, const Place& place) const {
  const auto here = item_at(place);
  // "M5" in a document that has no milestones may be anything, unless it stands beside a link that says so.
  if (!here) return match == IdSpelling::Match::none ? Meaning::other : judge_links(place);
  if (*here == item_ && match != IdSpelling::Match::none) return Meaning::ours;
  switch (match) {
    case IdSpelling::Match::whole:
      return judge_whole(*here, place);
    case IdSpelling::Match::tail:
      return judge_tail(*here, place);
    case IdSpelling::Match::part:
      return is_only_bearer() || belongs(*place.document) ? Meaning::ours : Meaning::unclear;
    case IdSpelling::Match::none:
      break;
  }
  return Meaning::other;
}

}  // namespace milepost
