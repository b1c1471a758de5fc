// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/style.h"

#include <gtest/gtest.h>

#include "core/render/progress_bar.h"

namespace milepost {
namespace {

TEST(Colour, FollowsTheCommonOrder) {
  const auto automatic = ColourChoice::automatic;
  EXPECT_TRUE(wants_colour(automatic, {"", "", "", "xterm", true}));
  EXPECT_FALSE(wants_colour(automatic, {"", "", "", "xterm", false}));
  EXPECT_FALSE(wants_colour(automatic, {"", "", "", "dumb", true}));
  EXPECT_FALSE(wants_colour(automatic, {"1", "1", "1", "xterm", true}));
  EXPECT_TRUE(wants_colour(automatic, {"", "1", "", "dumb", false}));
  EXPECT_TRUE(wants_colour(automatic, {"", "", "1", "", false}));
  EXPECT_FALSE(wants_colour(automatic, {"", "0", "0", "xterm", false}));
  EXPECT_TRUE(wants_colour(ColourChoice::always, {"1", "", "", "dumb", false}));
  EXPECT_FALSE(wants_colour(ColourChoice::never, {"", "1", "1", "xterm", true}));
}

TEST(Style, PaintsOnlyWhenAsked) {
  EXPECT_EQ(Style(false, false).paint(TextRole::bad, "x"), "x");
  EXPECT_EQ(Style(true, false).paint(TextRole::bad, "x"), "\x1b[31mx\x1b[0m");
  EXPECT_EQ(Style(true, false).paint(TextRole::plain, "x"), "x");
  EXPECT_EQ(Style(true, false).paint(TextRole::bad, ""), "");
}

TEST(ProgressBar, IsFullOnlyWhenDoneAndEmptyOnlyAtNothing) {
  const Glyphs& glyphs = Style(false, true).glyphs();
  const auto bar = [&](double percent) {
    const BarParts parts = bar_parts(percent, 10, glyphs);
    return parts.full + parts.rest;
  };
  EXPECT_EQ(bar(0), "..........");
  EXPECT_EQ(bar(0.1), "#.........");
  EXPECT_EQ(bar(50), "#####.....");
  EXPECT_EQ(bar(99.9), "#########.");
  EXPECT_EQ(bar(100), "##########");
  EXPECT_EQ(bar(250), "##########");
  EXPECT_EQ(bar(-3), "..........");
}

TEST(PercentText, NeverClaimsDoneTooEarly) {
  EXPECT_EQ(percent_text(99.7), "99 %");
  EXPECT_EQ(percent_text(100), "100 %");
  EXPECT_EQ(percent_text(33.4), "33 %");
}

}  // namespace
}  // namespace milepost
