// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/child_progress.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

enum class Weight : std::uint8_t { counts, left_out, unknown };

struct Share {
  Weight weight = Weight::unknown;
  double percent = 0;
};

Share share_of(StatusCategory category, std::optional<double> computed) {
  switch (category) {
    case StatusCategory::done:
      return {Weight::counts, 100};
    case StatusCategory::cancelled:
      return {Weight::left_out, 0};
    case StatusCategory::planned:
    case StatusCategory::active:
    case StatusCategory::blocked:
      return {Weight::counts, computed.value_or(0)};
    case StatusCategory::archived:
      return computed ? Share{Weight::counts, *computed} : Share{Weight::left_out, 0};
    case StatusCategory::unknown:
      return computed ? Share{Weight::counts, *computed} : Share{Weight::unknown, 0};
  }
  return {};
}

class ChildProgress {
 public:
  ChildProgress(std::vector<DocumentSummary>& documents, const std::vector<std::vector<ItemLinks>>& links)
      : documents_(documents), links_(links) {}

  void compute() {
    for (const ItemKey parent : parents_deepest_first()) {
      Item& item = item_of(parent);
      const bool counts_itself =
          item.progress.computed || item.progress.boxes.total > 0 || item.progress.tasks.total > 0;
      if (!counts_itself) item.progress.computed = mean_of(parent);
    }
  }

 private:
  Item& item_of(ItemKey key) { return documents_[key.document].items[key.item]; }
  const ItemLinks& links_of(ItemKey key) const { return links_[key.document][key.item]; }

  // A child's figure is needed before its parent's.
  std::vector<ItemKey> parents_deepest_first() const {
    std::vector<ItemKey> order;
    for (std::uint32_t d = 0; d < links_.size(); ++d) {
      for (std::uint32_t i = 0; i < links_[d].size(); ++i) {
        if (!links_[d][i].parent && !links_[d][i].children.empty()) order.push_back({d, i});
      }
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
      const ItemKey parent = order[at];  // a copy: the vector grows
      for (const ItemKey child : links_of(parent).children) {
        if (!links_of(child).children.empty()) order.push_back(child);
      }
    }
    std::ranges::reverse(order);
    return order;
  }

  std::optional<double> mean_of(ItemKey parent) {
    double sum = 0;
    std::size_t counted = 0;
    for (const ItemKey child : links_of(parent).children) {
      const Item& item = item_of(child);
      const auto category = item.status ? item.status->value.category : StatusCategory::unknown;
      const Share share = share_of(category, item.progress.computed);
      if (share.weight == Weight::unknown) return std::nullopt;
      if (share.weight == Weight::left_out) continue;
      sum += share.percent;
      ++counted;
    }
    if (counted == 0) return std::nullopt;
    return sum / static_cast<double>(counted);
  }

  std::vector<DocumentSummary>& documents_;
  const std::vector<std::vector<ItemLinks>>& links_;
};

}  // namespace

void compute_child_progress(std::vector<DocumentSummary>& documents, const std::vector<std::vector<ItemLinks>>& links) {
  ChildProgress(documents, links).compute();
}

}  // namespace milepost
