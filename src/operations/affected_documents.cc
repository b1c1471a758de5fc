// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/affected_documents.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace milepost {
namespace {

using Words = std::unordered_set<std::string_view>;  // borrow from the corpus and the list of changes

class Affected {
 public:
  Affected(const Corpus& corpus, const std::vector<std::string>& changed)
      : corpus_(corpus), is_affected_(corpus.documents().size(), false) {
    paths_.insert(changed.begin(), changed.end());
    std::size_t found = 0;
    for (std::uint32_t d = 0; d < corpus.documents().size(); ++d) {
      if (!paths_.contains(corpus.documents()[d].path)) continue;
      ++found;
      is_affected_[d] = true;
      take_neighbours(d);
    }
    has_deleted_ = found < changed.size();
  }

  std::vector<std::uint32_t> find() {
    for (std::uint32_t d = 0; d < corpus_.documents().size(); ++d) {
      if (!is_affected_[d]) is_affected_[d] = names_a_change(d);
    }
    std::vector<std::uint32_t> all;
    for (std::uint32_t d = 0; d < is_affected_.size(); ++d) {
      if (is_affected_[d]) all.push_back(d);
    }
    return all;
  }

 private:
  void take(ItemKey key) { is_affected_[key.document] = true; }

  void take_neighbours(std::uint32_t document) {
    const auto& items = corpus_.documents()[document].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const ItemLinks& links = corpus_.links({document, i});
      if (links.parent) take(*links.parent);
      for (const auto* keys : {&links.children, &links.depends_on, &links.needed_by}) {
        for (const ItemKey key : *keys) take(key);
      }
      if (items[i].id) ids_.insert(items[i].id->value);
    }
  }

  [[nodiscard]] bool names_a_change(const Reference& reference) const {
    return paths_.contains(reference.path) || ids_.contains(reference.text);
  }

  // A reference that leads nowhere may have led to what was deleted.
  [[nodiscard]] bool names_a_change(std::uint32_t document) const {
    const auto& items = corpus_.documents()[document].items;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const Item& item = items[i];
      if (item.id && ids_.contains(item.id->value)) return true;
      const auto names = [this](const Reference& reference) { return names_a_change(reference); };
      if (std::ranges::any_of(item.children, names) || std::ranges::any_of(item.depends_on, names)) return true;
      if (!has_deleted_) continue;
      const ItemLinks& links = corpus_.links({document, i});
      if (!links.strangers.empty() || links.depends_on.size() < item.depends_on.size()) return true;
    }
    return false;
  }

  const Corpus& corpus_;
  Words paths_, ids_;
  bool has_deleted_ = false;
  std::vector<bool> is_affected_;
};

}  // namespace

std::vector<std::uint32_t> affected_documents(const Corpus& corpus, const std::vector<std::string>& changed) {
  return Affected(corpus, changed).find();
}

}  // namespace milepost
