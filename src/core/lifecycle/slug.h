// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Slugs: the part of a file name that a title becomes. Letters and digits of every script stay, because a title in
// Japanese deserves a readable file as much as one in English; marks on Latin letters go, everything else is a hyphen.
// A slug never holds a slash, a blank or a dot, so no title leads out of its folder.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

inline constexpr std::size_t kLongestSlug = 80;    // bytes
inline constexpr std::size_t kLongestTitle = 200;  // characters

// "" when no letter or digit is in it. Cut at a word, never inside a character.
[[nodiscard]] std::string make_slug(std::string_view title);

// "user-login" as "User_Login", "USER_LOGIN", "user_login".
[[nodiscard]] std::string to_title_case(std::string_view slug);
[[nodiscard]] std::string to_upper_case(std::string_view slug);
[[nodiscard]] std::string to_underscores(std::string_view slug);

// The title as it is written: one line, blanks folded. Errors: usage (empty, too long, control characters or line
// ends, invalid UTF-8), with what to do.
[[nodiscard]] Result<std::string> check_title(std::string_view title);

}  // namespace milepost
