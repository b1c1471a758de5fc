// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Placeholder words: whether what stands in brackets is what templates write there ("Milestone Name", "insert date")
// and not a mark or a name of the author's. Brackets have many uses, so words are needed as evidence.
#pragma once

#include <string_view>

namespace milepost {

// "[Name]", "[Brief description]", "[Insert link]", "[Feature 1]": letters, digits, blanks and a little punctuation,
// with a word that asks for something to be filled in.
[[nodiscard]] bool asks_for_something(std::string_view inside);

// Two words or more of letters, not in capitals: enough where brackets are all that stands in a place.
[[nodiscard]] bool may_be_slot(std::string_view inside);

}  // namespace milepost
