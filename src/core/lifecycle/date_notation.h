// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Date notation: another day in the notation of a date that is there: order, separators, padding, month names with
// their case and language, ordinals, month or quarter only, the time of day. A notation that is not understood gives
// nothing, and the caller writes YYYY-MM-DD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/document/normalise/date.h"

namespace milepost {

// "2026-01-17", or with a time of day behind 'T' or a blank: "2026-01-17T09:30", "2026-01-17 09:30:15".
struct DateAndTime {
  Date date;
  std::optional<unsigned> hour, minute, second;
};
[[nodiscard]] std::optional<DateAndTime> parse_date_and_time(std::string_view text);

// `written` is what `reading` was read from, exactly: its `within`.
[[nodiscard]] std::optional<std::string> write_date_like(std::string_view written, const DateReading& reading,
                                                         const DateAndTime& wanted);

}  // namespace milepost
