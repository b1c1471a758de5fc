// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The shapes that an identifier can have, as a hand-written matcher: each function gets a place and answers where the
// id ends, or npos. Non-breaking hyphens (U+2010, U+2011) count as hyphens; an en dash does not, it writes ranges.
#pragma once

#include <string>
#include <string_view>

#include "core/document/normalise/id_words.h"

namespace milepost {

// No id that stands wherever it likes (strong_id_end) has its first digit farther than this behind its beginning.
inline constexpr std::size_t kFarthestDigit = 64;

// Whether an id may begin at `at`: no letter, digit or full stop before it.
[[nodiscard]] bool starts_word(std::string_view text, std::size_t at);
// End of "3", "03.20", "05.13.1" with a letter suffix ("15b", "04B", "15-b") at `at`, which must be a digit.
[[nodiscard]] std::size_t number_end(std::string_view text, std::size_t at);
// Shapes that are ids anywhere.
[[nodiscard]] std::size_t strong_id_end(std::string_view text, std::size_t at, const IdWords& words);
// Shapes that are ids at the start of a heading or entry only: "AUTH-011", "R1:", "v5.4".
[[nodiscard]] std::size_t weak_id_end(std::string_view text, std::size_t at);

[[nodiscard]] std::string with_plain_hyphens(std::string_view text);
// The model's own word of a kind: "milestone".
[[nodiscard]] std::string_view to_word(ItemKind kind);

}  // namespace milepost
