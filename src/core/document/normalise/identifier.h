// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Stand-in until the normalisers arrive: folds ASCII case and leading zeros of numbers.
#pragma once
#include <string>
#include <string_view>
namespace milepost {
[[nodiscard]] std::string fold_identifier(std::string_view text);
}
#include <optional>
#include "core/base/byte_range.h"
namespace milepost { struct IdMatch { ByteRange range; }; inline std::optional<IdMatch> find_identifier(std::string_view) { return {}; } }
