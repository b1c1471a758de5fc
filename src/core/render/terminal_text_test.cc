// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/terminal_text.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(DisplayWidth, CountsColumnsAsTerminalsDrawThem) {
  EXPECT_EQ(display_width("plain"), 5U);
  EXPECT_EQ(display_width("é"), 1U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);
  EXPECT_EQ(display_width("日本語"), 6U);
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("⚠"), 1U);
  EXPECT_EQ(display_width("⚠️"), 2U);
  EXPECT_EQ(display_width("👩‍👩‍👧"), 2U);
  EXPECT_EQ(display_width("🇩🇪🇯🇵"), 4U);
  EXPECT_EQ(display_width("1️⃣"), 2U);
  EXPECT_EQ(display_width("━╌…–"), 4U);
}

TEST(CleanLine, LetsNothingThroughThatMovesACursorOrTurnsText) {
  EXPECT_EQ(to_clean_line("a\x1b[31mred\x07"), "a[31mred");
  EXPECT_EQ(to_clean_line("a\tb\r\nc"), "a b  c");
  EXPECT_EQ(to_clean_line("safe\u202Etxt.exe\u2066"), "safetxt.exe");
  EXPECT_EQ(to_clean_line("\u009B2J"), "2J");
  EXPECT_EQ(to_clean_line("bad\xFF"), "bad\uFFFD");
  EXPECT_EQ(to_clean_line("日本 ⚠️"), "日本 ⚠️");
}

TEST(Ascii, KeepsLettersAndNamesTheRest) {
  EXPECT_EQ(to_ascii("Größe – “done” … →"), "Grosse - \"done\" ... ->");
  EXPECT_EQ(to_ascii("日本 ⚠️x"), "?? ?x");
}

TEST(Truncate, CutsWholeCharactersAndSaysSo) {
  EXPECT_EQ(truncate_to("milestone", 9, Cut::end, "…"), "milestone");
  EXPECT_EQ(truncate_to("milestone", 5, Cut::end, "…"), "mile…");
  EXPECT_EQ(truncate_to("docs/milestones/M1.md", 9, Cut::start, "…"), "…es/M1.md");
  EXPECT_EQ(truncate_to("日本語の題", 6, Cut::end, "…"), "日本…");
  EXPECT_EQ(truncate_to("👩‍👩‍👧👩‍👩‍👧", 3, Cut::end, "…"), "👩‍👩‍👧…");
  EXPECT_EQ(truncate_to("abc", 2, Cut::end, "..."), "..");
  EXPECT_EQ(truncate_to("abc", 0, Cut::end, "…"), "");
}

TEST(Pad, FillsByColumnsNotByBytes) {
  EXPECT_EQ(pad_to("日本", 6, Align::left), "日本  ");
  EXPECT_EQ(pad_to("7", 3, Align::right), "  7");
  EXPECT_EQ(pad_to("long", 2, Align::left), "long");
}

TEST(CleanLine, AMillionJoinersAreHandledInLinearTime) {
  std::string text = "👩";
  for (int i = 0; i < 200000; ++i) text += "\u200D👩";
  EXPECT_GT(display_width(text), 0U);
  EXPECT_LE(display_width(truncate_to(text, 10, Cut::end, "…")), 10U);
}

}  // namespace
}  // namespace milepost
