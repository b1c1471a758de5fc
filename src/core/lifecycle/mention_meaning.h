// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// MentionMeaning: whether a mention of an id means one certain item, when others bear the same id or a like one. A
// document's own mentions are its own; what stands beside a link is what the link leads to; else the nearest bearer is
// meant, as in linking. What stays open is "unclear", and nothing is ever changed for it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/corpus.h"
#include "core/document/item_table.h"
#include "core/lifecycle/id_spelling.h"

namespace milepost {

enum class Meaning : std::uint8_t { ours, other, unclear };

class MentionMeaning {
 public:
  // Borrows all.
  MentionMeaning(const Corpus& corpus, ItemKey item);

  struct Place {
    std::optional<std::uint32_t> document = std::nullopt;  // in the corpus; absent: no milestone document
    ByteOffset offset = 0;
    std::span<const std::string> linked;  // paths that the same line links to
  };
  [[nodiscard]] Meaning judge(IdSpelling::Match match, const Place& place) const;

  [[nodiscard]] bool is_only_bearer() const { return bearers_.size() == 1; }
  // Whether an item has the same id, perhaps written otherwise.
  [[nodiscard]] bool is_bearer(ItemKey key) const;
  // Whether the document is the item's own, or one of an item below it.
  [[nodiscard]] bool belongs(std::uint32_t document) const;

 private:
  [[nodiscard]] Meaning judge_whole(ItemKey here, const Place& place) const;
  [[nodiscard]] Meaning judge_tail(ItemKey here, const Place& place) const;
  // By the bearers among the linked documents, when there is exactly one.
  [[nodiscard]] Meaning judge_links(const Place& place) const;
  // The innermost item whose bytes hold the place; nothing where there is none.
  [[nodiscard]] std::optional<ItemKey> item_at(const Place& place) const;

  const Corpus& corpus_;
  ItemTable table_;
  ItemKey item_;
  std::string folded_;
  std::vector<ItemKey> bearers_;  // sorted; of the same id, the item itself among them
};

}  // namespace milepost
