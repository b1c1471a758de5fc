// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/effort.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

struct Case {
  std::string_view input;
  double low, high;
  EffortUnit unit;
  std::string_view note;
};

TEST(Effort, notations) {
  const Case cases[] = {
      {"2-3 days", 2, 3, EffortUnit::days, ""},
      {"2–3 days", 2, 3, EffortUnit::days, ""},
      {"2 to 3 days", 2, 3, EffortUnit::days, ""},
      {"~4h", 4, 4, EffortUnit::hours, ""},
      {"4h - 6h", 4, 6, EffortUnit::hours, ""},
      {"1.5d", 1.5, 1.5, EffortUnit::days, ""},
      {"1,5 Tage", 1.5, 1.5, EffortUnit::days, ""},
      {"3-4日", 3, 4, EffortUnit::days, ""},
      {"2週間", 2, 2, EffortUnit::weeks, ""},
      {"5人日", 5, 5, EffortUnit::person_days, ""},
      {"8 hours", 8, 8, EffortUnit::hours, ""},
      {"30 minutes", 30, 30, EffortUnit::minutes, ""},
      {"5m", 5, 5, EffortUnit::minutes, ""},
      {"1 week", 1, 1, EffortUnit::weeks, ""},
      {"2+ weeks", 2, 2, EffortUnit::weeks, ""},
      {"8 person-weeks", 8, 8, EffortUnit::person_weeks, ""},
      {"3 person days", 3, 3, EffortUnit::person_days, ""},
      {"1.5 months", 1.5, 1.5, EffortUnit::months, ""},
      {"4-5 sessions", 4, 5, EffortUnit::sessions, ""},
      {"5 SP", 5, 5, EffortUnit::points, ""},
      {"13 story points", 13, 13, EffortUnit::points, ""},
      {"2-day spike", 2, 2, EffortUnit::days, "spike"},
      {"2 weeks (10 days)", 2, 2, EffortUnit::weeks, "10 days"},
      {"13-14 hours (~2 days)", 13, 14, EffortUnit::hours, "~2 days"},
      {"**2 days**", 2, 2, EffortUnit::days, ""},
      {"half a day", 0.5, 0.5, EffortUnit::days, ""},
      {"two weeks", 2, 2, EffortUnit::weeks, ""},
      {"a week", 1, 1, EffortUnit::weeks, ""},
      {"M", 3, 3, EffortUnit::size, ""},
      {"XL", 5, 5, EffortUnit::size, ""},
      {"Medium", 3, 3, EffortUnit::size, ""},
      {"S/M", 2, 3, EffortUnit::size, ""},
      {"L (5 days)", 5, 5, EffortUnit::days, ""},
      {"0 days (already done)", 0, 0, EffortUnit::days, "already done"},
      {"1,000 hours", 1000, 1000, EffortUnit::hours, ""},
      {"2026-01-16T17:33 to 2026-01-16T17:46 (~13 minutes)", 13, 13, EffortUnit::minutes, ""},
  };
  for (const Case& one : cases) {
    const EffortReading reading = normalise_effort(one.input, shipped_words().effort);
    ASSERT_TRUE(reading.effort) << one.input;
    EXPECT_EQ(reading.effort->low, one.low) << one.input;
    EXPECT_EQ(reading.effort->high, one.high) << one.input;
    EXPECT_EQ(static_cast<int>(reading.effort->unit), static_cast<int>(one.unit)) << one.input;
    if (!one.note.empty()) {
      EXPECT_EQ(reading.note, one.note) << one.input;
    }
  }
  EXPECT_EQ(normalise_effort("about 2-3 days", shipped_words().effort).effort->text, "2-3 days");
}

TEST(Effort, no_effort) {
  for (const std::string_view text : {"X hours", "XX days", "X-Y weeks", "TBD", "", "—", "{EFFORT}", "7 steps",
                                      "400 LOC", "Week 3", "Day 1", "8", "2026-01-16", "v1.2.3", "unknown", "low"})
    EXPECT_FALSE(normalise_effort(text, shipped_words().effort).effort) << text;
}

TEST(Effort, a_key_may_name_the_unit) {
  const auto hours = normalise_effort("8", shipped_words().effort, EffortUnit::hours);
  ASSERT_TRUE(hours.effort);
  EXPECT_EQ(hours.effort->low, 8);
  EXPECT_EQ(normalise_effort("2-3", shipped_words().effort, EffortUnit::days).effort->high, 3);
  EXPECT_EQ(static_cast<int>(normalise_effort("8 days", shipped_words().effort, EffortUnit::hours).effort->unit),
            static_cast<int>(EffortUnit::days));
  EXPECT_FALSE(normalise_effort("M1", shipped_words().effort, EffortUnit::hours).effort);
}

RC_GTEST_PROP(Effort, any_text, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::element<std::string>("1", "2.5", "-", "–", "days", "h", " ", "(", ")", " to ", "half a ",
                                                   "日", "S", "/", "+", "~", "\xE3\x81"),
                     rc::gen::arbitrary<std::string>()));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  const EffortReading reading = normalise_effort(text, shipped_words().effort, EffortUnit::hours);
  RC_ASSERT(reading.within.begin <= reading.within.end && reading.within.end <= text.size());
  // RC_ASSERT reads both sides of ||, so what may be absent is asked for before it.
  if (reading.effort) RC_ASSERT(reading.effort->low <= reading.effort->high && !reading.effort->text.empty());
}

}  // namespace
}  // namespace milepost
