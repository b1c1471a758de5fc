// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// config list: every configuration value in force, and where it came from, because precedence over five origins can
// not be guessed.
#pragma once

#include <string>
#include <string_view>

#include "operations/operation.h"
#include "workspace/config.h"

namespace milepost {

// As it would stand in a file: true, 12, "text", ["a", "b"].
[[nodiscard]] std::string to_toml(const ConfigValue& value);
[[nodiscard]] std::string_view to_string(ConfigOrigin origin);
[[nodiscard]] std::string_view to_string(ConfigType type);

[[nodiscard]] Result<JsonText> invoke_config_list(Session& session, const Arguments& arguments);

extern const Operation kConfigListOperation;

}  // namespace milepost
