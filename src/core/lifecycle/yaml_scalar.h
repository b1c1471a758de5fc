// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// YAML scalars as text: a value in the quotes of the one it replaces, with quotes added only where YAML would read
// something else. A plain word that other readers take for a number, a truth value or nothing gets quotes unless the
// old value was such a thing too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/front_matter.h"

namespace milepost {

enum class YamlPlace : std::uint8_t { block, flow };  // flow: inside [ ] or { }

// `old` is the plain text that stood there, "" when nothing did.
[[nodiscard]] std::string write_yaml_scalar(std::string_view value, YamlStyle style, YamlPlace place,
                                            std::string_view old);

}  // namespace milepost
