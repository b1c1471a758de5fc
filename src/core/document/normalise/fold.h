// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Folding: how words of documents are compared. Case, emoji, markup, punctuation, underscores and hyphens vanish, words
// stand one blank apart: "**IN_PROGRESS**" and "In-progress" are both "in progress". Letters of any script stay.
// Each folded word knows the bytes it came from and the clause that it stands in. This is for values; labels, which are
// looked up whole and far more often, have core/document/fold.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/utf8.h"

namespace milepost {

[[nodiscard]] bool is_letter(char32_t c);  // letters, digits excluded; all of CJK, kana and the alphabets
[[nodiscard]] bool is_cjk(char32_t c);     // scripts that are written without blanks between words
[[nodiscard]] bool is_dash(char32_t c);    // '-', U+2010..U+2015, U+2212, U+FF0D
[[nodiscard]] char32_t to_lower(char32_t c);

[[nodiscard]] std::string_view trimmed(std::string_view text);  // blanks, tabs, line ends, U+3000, U+00A0

// Emphasis, code ticks, strike marks, HTML comments and link syntax gone: "**[Done](x.md)**" is "Done". Struck text
// ("~~old~~") is dropped whole, because it says what is no longer so.
[[nodiscard]] std::string without_marks(std::string_view text);

// The folded form as one string.
[[nodiscard]] std::string fold_phrase(std::string_view text);

struct FoldedWord {
  ByteRange folded;  // in FoldedText::text
  ByteRange source;  // in the input
  std::uint32_t clause = 0;
};

struct FoldedText {
  std::string text;
  std::vector<FoldedWord> words;

  // The words [first, last] as one folded phrase. Borrows from this object.
  [[nodiscard]] std::string_view phrase(std::size_t first, std::size_t last) const {
    return std::string_view(text).substr(words[first].folded.begin, words[last].folded.end - words[first].folded.begin);
  }
};

// Folds at most the first `limit` bytes. Clauses end at brackets, commas, colons, semicolons, full stops, bars, arrows
// and at dashes and slashes that stand between blanks.
[[nodiscard]] FoldedText fold_text(std::string_view text, std::size_t limit = 1024);

}  // namespace milepost
