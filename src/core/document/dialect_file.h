// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reading a dialect file: TOML in, Dialect out. Strict: an unknown key, a wrong type or an unknown word is an error
// with its line and column, so that a typing error never becomes a silent gap in what is recognised.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/document/dialect.h"

namespace milepost {

// A copy of the dialect of that name, which a file extends.
using FindBase = std::function<Result<Dialect>(const std::string& name)>;

// What the file says, added to what the dialect that it extends says.
[[nodiscard]] Result<Dialect> parse_dialect(std::string_view path, std::string_view toml, const FindBase& find_base);

}  // namespace milepost
