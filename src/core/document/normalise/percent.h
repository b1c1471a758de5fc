// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Percent: "80%", "~80 %", "████░░ 60%", "3/5 tasks", "6 of 42" to a number from 0 to 100. "33% → 67%" says where
// things stand now. Anything outside 0..100 is something else and gives nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/byte_range.h"

namespace milepost {

enum class BareNumber : std::uint8_t { is_percent, is_nothing };  // is_percent: a key such as completion_percentage: 80

struct PercentReading {
  std::optional<double> value;
  ByteRange within;
  std::string note;  // the rest of the text
};

[[nodiscard]] PercentReading normalise_percent(std::string_view text, BareNumber bare = BareNumber::is_nothing);

}  // namespace milepost
