// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/date.h"

namespace milepost {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

Date Date::from_days(std::chrono::sys_days days) { return Date{std::chrono::year_month_day{days}}; }

std::string to_string(Date date) {
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t at, unsigned value, unsigned width) {
    for (unsigned i = width; i-- > 0; value /= 10) text[at + i] = static_cast<char>('0' + value % 10);
  };
  put(0, static_cast<unsigned>(date.year()), 4);
  put(5, date.month(), 2);
  put(8, date.day(), 2);
  return text;
}

int days_between(Date from, Date to) { return static_cast<int>((to.days() - from.days()).count()); }

}  // namespace milepost
