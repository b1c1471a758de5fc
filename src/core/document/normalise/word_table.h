// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// WordTable: phrases of a dialect's word lists and what they mean, found in folded text (fold.h). The longest phrase
// wins at a place, so "not started" is not "started". An entry of symbols only ("✅", "[x]") is kept as a symbol.
// Scripts without blanks ("実装完了") are searched inside the word. Words are data; none stand in the code.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/word_map.h"
#include "core/document/normalise/fold.h"

namespace milepost {

template <typename T>
class WordTable {
 public:
  struct Match {
    T value{};
    std::size_t words = 0;  // how many words of the folded text it spans
  };

  void add(std::string_view word, T value) {
    const FoldedText folded = fold_text(word);
    std::string_view symbol = trimmed(word);
    if (symbol.empty()) return;
    if (folded.words.empty() || symbol.starts_with('[')) {
      if (symbol.ends_with(kSelector)) symbol.remove_suffix(kSelector.size());
      symbols_.insert_or_assign(symbol, value);
      longest_symbol_ = std::max(longest_symbol_, symbol.size());
      return;
    }
    words_.insert_or_assign(folded.text, value);
    if (const auto byte = static_cast<unsigned char>(folded.text.front()); byte < first_.size()) first_[byte] = true;
    longest_ = std::max(longest_, folded.words.size());
  }

  [[nodiscard]] bool empty() const { return words_.empty() && symbols_.empty(); }

  // Whether a phrase may begin with this folded character: false only if none does. All letters outside ASCII may.
  [[nodiscard]] bool may_begin(char folded) const {
    const auto byte = static_cast<unsigned char>(folded);
    return byte >= first_.size() || first_[byte];
  }

  // The whole text is this phrase.
  [[nodiscard]] std::optional<T> find_exact(std::string_view folded) const {
    const auto at = words_.find(folded);
    return at == words_.end() ? std::nullopt : std::optional<T>(at->second);
  }

  // The longest phrase that starts at word `first` and stays in its clause.
  [[nodiscard]] std::optional<Match> find_at(const FoldedText& text, std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < text.words.size() && last + 1 < first + longest_ &&
           text.words[last + 1].clause == text.words[first].clause)
      ++last;
    for (;; --last) {
      if (const auto value = find_exact(text.phrase(first, last))) return Match{*value, last - first + 1};
      if (last == first) break;
    }
    if (const auto value = find_inside(text.phrase(first, first))) return Match{*value, 1};
    return std::nullopt;
  }

  // The longest symbol at the start of `text`, and its length in bytes with a variation selector behind it.
  [[nodiscard]] std::optional<std::pair<T, std::size_t>> find_symbol(std::string_view text) const {
    for (std::size_t length = std::min(longest_symbol_, text.size()); length > 0; --length) {
      const auto at = symbols_.find(text.substr(0, length));
      if (at == symbols_.end()) continue;
      const bool selector = text.substr(length).starts_with(kSelector);
      return std::pair(at->second, selector ? length + kSelector.size() : length);
    }
    return std::nullopt;
  }

 private:
  static constexpr std::string_view kSelector = "\xEF\xB8\x8F";
  static constexpr std::size_t kMaxInside = 96;

  // The longest entry inside one word of a script without blanks; at equal length the later one, as such scripts put
  // the verb last.
  [[nodiscard]] std::optional<T> find_inside(std::string_view word) const {
    if (word.size() > kMaxInside || word.empty() || !is_cjk(code_point_at(word, 0).value)) return std::nullopt;
    std::optional<T> best;
    std::size_t best_size = 0;
    for (const auto& [entry, value] : words_) {
      if (entry.size() <= best_size || !is_cjk(code_point_at(entry, 0).value) ||
          word.find(entry) == std::string_view::npos)
        continue;
      best = value;
      best_size = entry.size();
    }
    return best;
  }

  WordMap<T> words_;
  WordMap<T> symbols_;
  std::array<bool, 128> first_{};   // ASCII characters that phrases begin with
  std::size_t longest_symbol_ = 0;  // bytes
  std::size_t longest_ = 1;
};

}  // namespace milepost
