// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// UTF-8, as far as positions and entities need it: how long the sequence at a place is, and how to write one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

// Bytes of the well-formed sequence at `at` (1..4), or 0: overlong forms, surrogates and cut sequences are malformed.
[[nodiscard]] std::uint32_t utf8_sequence_length(std::string_view bytes, std::size_t at);

// Appends the character; code points that do not exist, and 0, become U+FFFD.
void append_utf8(std::uint32_t code_point, std::string& into);

}  // namespace milepost
