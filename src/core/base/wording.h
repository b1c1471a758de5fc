// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Wording: small pieces of sentences for messages, so that they are written alike everywhere: counts with the right
// form of the word, and lists.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace milepost {

// "1 folder", "3 folders"
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "a, b, c" with `separator` ", "
[[nodiscard]] std::string joined(std::span<const std::string> words, std::string_view separator);

}  // namespace milepost
