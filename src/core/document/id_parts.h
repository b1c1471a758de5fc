// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Id parts: an id cut into its words and numbers, so that a short form can be recognised as some of them: "MS003" and
// "014/ms3" are the end of "EP-20260117-014/MS003", "7.4" is the end of "M-07.04", while "4" and "S003" are no parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

// Lower-case words and numbers without leading zeros, in order; "07.04" is the one number "7.4". Separators vanish.
[[nodiscard]] std::vector<std::string> split_id(std::string_view id);

// Whether `part` is a proper end of `whole`.
[[nodiscard]] bool is_end_of(const std::vector<std::string>& whole, const std::vector<std::string>& part);
// Whether `part` is a proper beginning of `whole` that ends with a number.
[[nodiscard]] bool is_beginning_of(const std::vector<std::string>& whole, const std::vector<std::string>& part);

}  // namespace milepost
