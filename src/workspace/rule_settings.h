// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The table [rules] of a configuration file: "MP301" = "off", or { severity = "info", tolerance = 10 }, and
// [[rules.for]] tables that hold for some paths, dialects or sections only. Private to the workspace; only its shape is
// judged here.
#pragma once

#include <toml++/toml.h>

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "workspace/config_value.h"

namespace milepost {

// Appends. Errors: usage with the place.
[[nodiscard]] Result<void> read_rule_settings(std::string_view path, const toml::node& rules,
                                              std::vector<RuleSetting>& into);

}  // namespace milepost
