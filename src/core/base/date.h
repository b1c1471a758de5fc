// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Date: a plain calendar day (proleptic Gregorian), the only notion of time in the model. It is always a day that
// exists; impossible days never become a Date. Times of day and offsets in documents are cut (see normalise/date.h).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

class Date {
 public:
  // Nothing if the day does not exist or the year is outside 1..9999.
  [[nodiscard]] static std::optional<Date> from_civil(int year, unsigned month, unsigned day);
  // Exactly YYYY-MM-DD, else nothing.
  [[nodiscard]] static std::optional<Date> from_iso(std::string_view text);
  [[nodiscard]] static Date from_days(std::chrono::sys_days days);

  [[nodiscard]] int year() const { return static_cast<int>(ymd_.year()); }
  [[nodiscard]] unsigned month() const { return static_cast<unsigned>(ymd_.month()); }
  [[nodiscard]] unsigned day() const { return static_cast<unsigned>(ymd_.day()); }
  [[nodiscard]] std::chrono::sys_days days() const { return std::chrono::sys_days{ymd_}; }

  friend auto operator<=>(const Date& a, const Date& b) { return a.ymd_ <=> b.ymd_; }
  friend bool operator==(const Date& a, const Date& b) { return a.ymd_ == b.ymd_; }

 private:
  explicit Date(std::chrono::year_month_day ymd) : ymd_(ymd) {}
  std::chrono::year_month_day ymd_;
};

// YYYY-MM-DD.
[[nodiscard]] std::string to_string(Date date);

// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

}  // namespace milepost
