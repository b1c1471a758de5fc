// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Folding: labels, keys, headings and column names are compared without case, emoji, markup and punctuation, so that
// "last_updated", "Last-Updated" and "🗓 **Last updated:**" are one word. Letters outside ASCII are kept as they are.
// Values, whose words have places and clauses, have normalise/fold.h.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

// Writes the folded form into `buffer` and returns it (borrows from `buffer`). Words are joined by one blank.
std::string_view fold_words(std::string_view text, std::string& buffer);

// As fold_words, for headings: section numbers in front ("3.", "2.1)", "IV.") are dropped first.
std::string_view fold_heading(std::string_view text, std::string& buffer);

// The same as a text of its own, where it is kept or folded only now and then.
[[nodiscard]] std::string fold_words(std::string_view text);
[[nodiscard]] std::string fold_heading(std::string_view text);

}  // namespace milepost
