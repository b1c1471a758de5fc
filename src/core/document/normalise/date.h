// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dates in every notation that documents use, found in a value or in prose: ISO (with time and offset, unpadded, with
// any dash), Y/M/D, D.M.Y, "Month D, YYYY", "16th of January 2026", "16-Jan-2026", 2026年1月16日, and where a value may
// be vague "January 2026", "2026-01", "Q2 2026", "2026". Month names are data. A day that does not exist is reported,
// never corrected; 3/4/2026 could be March or April and is not read. Times of day and offsets go to the note.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/date.h"
#include "core/document/normalise/words.h"

namespace milepost {

enum class DatePrecision : std::uint8_t { day, month, quarter, year };

struct DateReading {
  std::optional<Date> date;  // the first day of a month, quarter or year when that is all that is said
  DatePrecision precision = DatePrecision::day;
  ByteRange within;         // the date as written, with its time; empty when nothing was found
  bool impossible = false;  // written as a date, but there is no such day: 2023-13-45
  std::string note;         // the rest of the value: time, prose; or why there is no date
};

// The first date of a value ("2026-01-16 (slipped)", "Q2 2026"). Placeholders and other text give no date.
[[nodiscard]] DateReading normalise_date(std::string_view value, const MonthWords& months);

// The first date of prose that names a day or a month with its year. Quarters and bare years are not dates there.
[[nodiscard]] std::optional<DateReading> find_first_date(std::string_view text, const MonthWords& months);

}  // namespace milepost
