// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// WordMap: values by word, for tables that are asked far more often than filled. Entries stand in one vector in the
// order of their insertion; a table of hashes with open addressing leads to them. std::unordered_map divides by a prime
// and follows a pointer for each question, and a document asks hundreds. Iterators end with the next insertion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.h"

namespace milepost {

template <typename T>
class WordMap {
 public:
  using Entry = std::pair<std::string, T>;
  using const_iterator = typename std::vector<Entry>::const_iterator;

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  void clear() {
    entries_.clear();
    slots_.clear();
  }

  [[nodiscard]] const_iterator find(std::string_view word) const {
    if (slots_.empty()) return end();
    const Slot& slot = slots_[slot_of(word, hash_word(word))];
    return slot.entry == 0 ? end() : begin() + (slot.entry - 1);
  }

  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != end(); }

  // Leaves a value that is there as it is.
  std::pair<const_iterator, bool> emplace(std::string_view word, T value) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t hash = hash_word(word);
    Slot& slot = slots_[slot_of(word, hash)];
    const bool is_new = slot.entry == 0;
    if (is_new) {
      entries_.emplace_back(std::string(word), std::move(value));
      slot = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(entries_.size())};
    }
    return {begin() + (slot.entry - 1), is_new};
  }

  void insert_or_assign(std::string_view word, T value) {
    const auto found = find(word);
    if (found == end())
      emplace(word, std::move(value));
    else
      entries_[static_cast<std::size_t>(found - begin())].second = std::move(value);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // index + 1; 0: free
  };

  // The slot of the word, or the free one where it belongs. At most half of the slots are taken, so there is one.
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.entry == 0) return at;
      if (slot.hash == static_cast<std::uint32_t>(hash) && entries_[slot.entry - 1].first == word) return at;
    }
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, Slot{});
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::uint64_t hash = hash_word(entries_[i].first);
      std::size_t at = hash & mask;
      while (slots_[at].entry != 0) at = (at + 1) & mask;
      slots_[at] = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(i + 1)};
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::vector<Entry> entries_;
};

}  // namespace milepost
