// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ItemNumbers: all items of a corpus numbered from 0 in the order of path and place, so that what linking learns about
// them lies in flat arrays.
#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"
#include "core/document/item_links.h"

namespace milepost {

class ItemNumbers {
 public:
  explicit ItemNumbers(const std::vector<DocumentSummary>& documents) {
    firsts_.reserve(documents.size());
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      firsts_.push_back(static_cast<std::uint32_t>(keys_.size()));
      for (std::uint32_t i = 0; i < documents[d].items.size(); ++i) keys_.push_back({d, i});
    }
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }
  [[nodiscard]] std::uint32_t number_of(ItemKey key) const { return firsts_[key.document] + key.item; }
  [[nodiscard]] ItemKey key_of(std::uint32_t number) const { return keys_[number]; }

 private:
  std::vector<std::uint32_t> firsts_;
  std::vector<ItemKey> keys_;
};

}  // namespace milepost
