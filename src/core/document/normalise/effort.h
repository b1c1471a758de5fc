// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Effort: "2-3 days", "~4h", "1.5d", "3-4日", "8 person-weeks", "5 SP", "half a day", "XL" to numbers with a unit.
// Units, sizes and number words are data. "2 weeks (10 days)" is two weeks; the rest is a note. "X hours" is a
// placeholder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/byte_range.h"
#include "core/document/item.h"
#include "core/document/normalise/words.h"

namespace milepost {

struct EffortReading {
  std::optional<Effort> effort;  // a size has its rank as number: XS 1, S 2 ...
  ByteRange within;
  std::string note;
};

// `bare` is the unit of a number without one, for keys that name it: estimated_hours: 8.
[[nodiscard]] EffortReading normalise_effort(std::string_view text, const EffortWords& words,
                                             std::optional<EffortUnit> bare = std::nullopt);

}  // namespace milepost
