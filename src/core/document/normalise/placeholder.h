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

}  // namespace milepost
