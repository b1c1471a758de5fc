// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Suggest: the known words that a mistyped one probably meant. One answer for all of them: ids, flags, columns, config
// keys. A word that merely begins as typed comes first, then the ones a few slips away (a letter too many, too few,
// wrong, or two swapped). The answer depends on the words only, never on the order in which they are given.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

// At most `most` different candidates, best first; none if nothing is near. ASCII case does not count. Words beyond
// kLongestSuggestedWord bytes are only ever found by their beginning, so that hostile input costs linear time.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates,
                                               std::size_t most);

// Slips between two words (Damerau-Levenshtein, adjacent swaps count one), or `limit + 1` as soon as it exceeds
// `limit`.
[[nodiscard]] std::size_t count_slips(std::string_view a, std::string_view b, std::size_t limit);

inline constexpr std::size_t kLongestSuggestedWord = 64;

}  // namespace milepost
