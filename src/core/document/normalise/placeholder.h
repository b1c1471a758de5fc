// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Placeholders: what a template leaves where a value belongs: "{NAME}", "{{x}}", "[Name]", "<name>", "YYYY-MM-DD", "…",
// "TBD", "X hours", a menu of choices. A placeholder is no value: the field is absent and a finding says so.
#pragma once

#include <string_view>

#include "core/document/normalise/words.h"

namespace milepost {

[[nodiscard]] bool is_placeholder(std::string_view value, const Words& words);

// A look that costs little and says true for nearly all values, dates, ids and names: plain ASCII without a sign of a
// template, in which no word of a placeholder and no slot begins like the first word. False says nothing.
[[nodiscard]] bool is_surely_no_placeholder(std::string_view value, const Words& words);

}  // namespace milepost
