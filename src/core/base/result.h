// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Result<T>: a value or the Error that prevented it. Everything that can fail returns one; nothing of ours throws.
// Use: `auto x = parse(...); if (!x) return std::unexpected(std::move(x).error());`
#pragma once

#include <expected>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace milepost {

template <typename T>
using Result = std::expected<T, Error>;

// Shortens the common failure: `return fail(ErrorKind::usage, "...");`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return std::unexpected(Error{kind, std::move(message), std::nullopt, {}, {}});
}

}  // namespace milepost
