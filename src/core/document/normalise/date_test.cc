// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

std::string show(const DateReading& reading) {
  constexpr std::string_view kPrecision[] = {"", " month", " quarter", " year"};
  if (reading.impossible) return "impossible";
  if (!reading.date) return reading.note.empty() ? "none" : reading.note;
  return to_string(*reading.date).append(kPrecision[static_cast<std::size_t>(reading.precision)]);
}

struct Case {
  std::string_view input;
  std::string_view expected;
};

TEST(Date, values) {
  const Case cases[] = {
      {"2026-01-16", "2026-01-16"},
      {"\"2026-01-16\"", "2026-01-16"},
      {"'2026-01-16'", "2026-01-16"},
      {"2026-1-2", "2026-01-02"},
      {"2026/01/16", "2026-01-16"},
      {"2026.01.16", "2026-01-16"},
      {"2026‑01‑16", "2026-01-16"},
      {"2026–01–16", "2026-01-16"},
      {"2026-01-16T17:46:11-0800", "2026-01-16"},
      {"2026-01-16T17:46:11.123+02:00", "2026-01-16"},
      {"2026-01-16T17:46Z", "2026-01-16"},
      {"2026-01-16 08:35", "2026-01-16"},
      {"2026-01-16 08:35:10 UTC", "2026-01-16"},
      {"16.01.2026", "2026-01-16"},
      {"5. 1. 2026", "2026-01-05"},
      {"16. Januar 2026", "2026-01-16"},
      {"3. März 2026", "2026-03-03"},
      {"January 16, 2026", "2026-01-16"},
      {"January 16 2026", "2026-01-16"},
      {"Jan. 16th, 2026", "2026-01-16"},
      {"16 January 2026", "2026-01-16"},
      {"16th of January, 2026", "2026-01-16"},
      {"16-Jan-2026", "2026-01-16"},
      {"JAN 5, 2026", "2026-01-05"},
      {"Friday, January 16, 2026", "2026-01-16"},
      {"Nov 3–7, 2025", "2025-11-03"},
      {"3–7 Nov 2025", "2025-11-03"},
      {"November 28 – December 3, 2025", "2025-11-28"},
      {"January 2026", "2026-01-01 month"},
      {"Jan 2026", "2026-01-01 month"},
      {"January, 2026", "2026-01-01 month"},
      {"end of May 2026", "2026-05-01 month"},
      {"2026-01", "2026-01-01 month"},
      {"Q2 2026", "2026-04-01 quarter"},
      {"2026-Q3", "2026-07-01 quarter"},
      {"2026 Q4", "2026-10-01 quarter"},
      {"2026", "2026-01-01 year"},
      {"Q1 2026 (2026-02-14)", "2026-02-14"},
      {"2026年1月16日", "2026-01-16"},
      {"2026年1月", "2026-01-01 month"},
      {"期限2026年1月16日まで", "2026-01-16"},
      {"25/12/2026", "2026-12-25"},
      {"12/25/2026", "2026-12-25"},
      {"4/4/2026", "2026-04-04"},
      {"3/4/2026", "ambiguous: day or month first"},
      {"20260117", "2026-01-17"},
      {"2026-02-30", "impossible"},
      {"2023-13-45", "impossible"},
      {"February 30, 2026", "impossible"},
      {"31.04.2026", "impossible"},
      {"YYYY-MM-DD", "none"},
      {"TBD", "none"},
      {"{TARGET_DATE}", "none"},
      {"—", "none"},
      {"", "none"},
      {"Week 3", "none"},
      {"May", "none"},
      {"v2026", "none"},
      {"1.2.3", "none"},
      {"EP-20260117-014", "none"},
      {"~2026-01-16", "2026-01-16"},
      {"2026-01-16 (slipped from 2025-12-01)", "2026-01-16"},
      {"2026-01-05 → 2026-01-09", "2026-01-05"},
      {"**2026-01-16**", "2026-01-16"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(show(normalise_date(one.input, shipped_words().months)), one.expected) << one.input;
}

TEST(Date, prose_needs_a_day_or_a_month_with_its_year) {
  const Case cases[] = {
      {"shipped 2026-01-16 at noon", "2026-01-16"},
      {"Done (January 3, 2026)", "2026-01-03"},
      {"we may 2 times fail", ""},
      {"it may be 2026 before that", ""},
      {"in 2026 we go on", ""},
      {"Q2 2026 goals", ""},
      {"version 12.1.2 of 2026", ""},
      {"see docs/archive/2026/01/17/plan.md", "2026-01-17"},
      {"issue 2026-014", ""},
      {"by March 2026", "2026-03-01 month"},
      {"released with 10 May fixes", ""},
  };
  for (const Case& one : cases) {
    const auto found = find_first_date(one.input, shipped_words().months);
    EXPECT_EQ(found ? show(*found) : "", one.expected) << one.input;
  }
}

TEST(Date, keeps_place_time_and_rest) {
  const DateReading reading = normalise_date("2026-01-16T17:46:11-0800 (late)", shipped_words().months);
  EXPECT_EQ(reading.within, (ByteRange{0, 24}));
  EXPECT_EQ(reading.note, "17:46:11-0800; late");
  EXPECT_EQ(normalise_date("due 16 Jan 2026", shipped_words().months).within, (ByteRange{4, 15}));
  const auto first = find_first_date("from 2026-01-05 → 2026-01-09, then May 1, 2026", shipped_words().months);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->within, (ByteRange{5, 15}));
}

RC_GTEST_PROP(Date, any_text_stays_in_range, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::element<std::string>("2026", "-", "01", "16", "/", ".", " ", "T", ":", "Jan", "May", "th",
                                                   "年", "月", "日", "Q1", "–", "\xE2\x80", ",", "+02:00", "Z"),
                     rc::gen::arbitrary<std::string>()));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  const DateReading reading = normalise_date(text, shipped_words().months);
  RC_ASSERT(reading.within.begin <= reading.within.end && reading.within.end <= text.size());
  RC_ASSERT(!(reading.date && reading.impossible));
  RC_ASSERT(!reading.date || !reading.within.empty());
  if (const auto first = find_first_date(text, shipped_words().months))
    RC_ASSERT(first->within.end > first->within.begin && first->within.end <= text.size());
}

RC_GTEST_PROP(Date, every_day_is_read_in_every_notation, ()) {
  const auto days = *rc::gen::inRange(0, 70000);
  const Date date = Date::from_days(std::chrono::sys_days{std::chrono::year{1990} / 1 / 1} + std::chrono::days{days});
  constexpr std::string_view kNames[] = {"January", "Feb",    "märz", "APRIL",   "Mai", "June",
                                         "Jul",     "August", "Sept", "Oktober", "Nov", "Dezember"};
  const std::string y = std::to_string(date.year()), m = std::to_string(date.month()), d = std::to_string(date.day());
  const std::string name(kNames[date.month() - 1]);
  for (const std::string& text : {to_string(date), y + "-" + m + "-" + d, d + "." + m + "." + y,
                                  name + " " + d + ", " + y, d + " " + name + " " + y, y + "年" + m + "月" + d + "日",
                                  y + "/" + m + "/" + d, to_string(date) + "T23:59:59+09:00"})
    RC_ASSERT(normalise_date(text, shipped_words().months).date == date);
}

}  // namespace
}  // namespace milepost
