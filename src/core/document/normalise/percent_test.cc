// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/percent.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace milepost {
namespace {

double percent(std::string_view text, BareNumber bare = BareNumber::is_nothing) {
  return normalise_percent(text, bare).value.value_or(-1);
}

TEST(Percent, notations) {
  EXPECT_EQ(percent("80%"), 80);
  EXPECT_EQ(percent("~80 %"), 80);
  EXPECT_EQ(percent("**80%** complete"), 80);
  EXPECT_EQ(percent("14.5%"), 14.5);
  EXPECT_EQ(percent("14,5 %"), 14.5);
  EXPECT_EQ(percent("████░░ 60%"), 60);
  EXPECT_EQ(percent("[####------] 40%"), 40);
  EXPECT_EQ(percent("33% → 67% Complete"), 67);
  EXPECT_EQ(percent("60％"), 60);
  EXPECT_EQ(percent("3/5 tasks"), 60);
  EXPECT_EQ(percent("6 of 24"), 25);
  EXPECT_EQ(percent("3/5 (60%)"), 60);
  EXPECT_EQ(percent("0%"), 0);
  EXPECT_EQ(percent("80", BareNumber::is_percent), 80);
}

TEST(Percent, other_numbers_are_none) {
  for (const std::string_view text :
       {"80", "0.8", "120%", "-5%", "24/7", "1/2/2026", "2026-01-02", "3/0", "{X}%", "", "M1", "—"})
    EXPECT_EQ(percent(text), -1) << text;
  EXPECT_EQ(percent("180", BareNumber::is_percent), -1);
  EXPECT_EQ(percent("80 tasks", BareNumber::is_percent), -1);
}

TEST(Percent, keeps_place_and_rest) {
  const PercentReading reading = normalise_percent("about 80% (two left)");
  EXPECT_EQ(reading.within, (ByteRange{6, 9}));
  EXPECT_EQ(reading.note, "two left");
}

RC_GTEST_PROP(Percent, any_text, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("1", "0", "%", "/", " of ", "-", ".", ",", "→", " ", "x", "(", "\xE2"));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  const PercentReading reading = normalise_percent(text, BareNumber::is_percent);
  RC_ASSERT(reading.within.end <= text.size() && reading.within.begin <= reading.within.end);
  if (reading.value) RC_ASSERT(*reading.value >= 0 && *reading.value <= 100);
}

}  // namespace
}  // namespace milepost
