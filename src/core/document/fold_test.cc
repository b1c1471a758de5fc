// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/fold.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

std::string words(std::string_view text) {
  std::string buffer;
  return std::string(fold_words(text, buffer));
}

std::string heading(std::string_view text) {
  std::string buffer;
  return std::string(fold_heading(text, buffer));
}

TEST(Fold, SpellingsOfOneLabelAreOneWord) {
  for (const char* text : {"last_updated", "Last-Updated", "**Last Updated**", "🗓️ Last updated:", "  LAST   UPDATED  ",
                           "Last\u00A0updated"})
    EXPECT_EQ(words(text), "last updated") << text;
}

TEST(Fold, LettersOfOtherScriptsStay) {
  EXPECT_EQ(words("受け入れ基準"), "受け入れ基準");
  EXPECT_EQ(words("Ziele & Maßnahmen"), "ziele maßnahmen");
  EXPECT_EQ(words("ステータス："), "ステータス");
}

TEST(Fold, HeadingsLoseTheirNumbersAndNothingElse) {
  EXPECT_EQ(heading("3. Scope"), "scope");
  EXPECT_EQ(heading("2.1) Risks & Mitigations"), "risks mitigations");
  EXPECT_EQ(heading("1.2 Scope"), "1 2 scope");
  EXPECT_EQ(heading("2026 Goals"), "2026 goals");
  EXPECT_EQ(heading("⚠️ Risks"), "risks");
}

TEST(Fold, AnyBytesAreSurvived) {
  EXPECT_EQ(words(std::string_view("\xFF\xFEok\x80", 5)).substr(0, 0), "");
  EXPECT_EQ(words(""), "");
  EXPECT_EQ(words("***"), "");
}

}  // namespace
}  // namespace milepost
