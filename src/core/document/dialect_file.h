// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reading a dialect file: TOML in, Dialect out. Strict: an unknown key, a wrong type or an unknown word is an error
// with its line and column, so that a typing error never becomes a silent gap in what is recognised.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/document/dialect.h"

namespace milepost {

// The name that the file extends, "" if none. Needed before the file can be read.
[[nodiscard]] Result<std::string> parse_dialect_parent(std::string_view path, std::string_view toml);

// Adds what the file says to `base` (a copy of the dialect that it extends, or an empty one).
[[nodiscard]] Result<Dialect> parse_dialect(std::string_view path, std::string_view toml, Dialect base);

}  // namespace milepost
