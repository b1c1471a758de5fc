// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/slug.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace milepost {
namespace {

TEST(Slug, LettersAndDigitsOfEveryScriptStay) {
  EXPECT_EQ(make_slug("Parser & Tables, v2"), "parser-tables-v2");
  EXPECT_EQ(make_slug("Ünïcode & Größe"), "unicode-grosse");
  EXPECT_EQ(make_slug("日本語の 計画"), "日本語の-計画");
  EXPECT_EQ(make_slug("Быстрый старт"), "быстрый-старт");
  EXPECT_EQ(make_slug("Don't wait"), "dont-wait");
  EXPECT_EQ(make_slug("🚀 Launch 🎉"), "launch");
}

TEST(Slug, NothingIsMadeOfMarksAlone) {
  EXPECT_EQ(make_slug("🚀🎉"), "");
  EXPECT_EQ(make_slug("*** -- ///"), "");
}

TEST(Slug, PathsAreNeutral) {
  EXPECT_EQ(make_slug("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(make_slug("C:\\temp\\x.md"), "c-temp-x-md");
}

TEST(Slug, LongTitlesAreCutBetweenWordsAndCharacters) {
  const std::string words = make_slug(std::string(30, 'a') + " " + std::string(30, 'b') + " " + std::string(40, 'c'));
  EXPECT_EQ(words, std::string(30, 'a') + "-" + std::string(30, 'b'));
  std::string kana;
  for (int i = 0; i < 60; ++i) kana += "あ";
  const std::string cut = make_slug(kana);
  EXPECT_LE(cut.size(), kLongestSlug);
  EXPECT_EQ(cut.size() % 3, 0U);
  EXPECT_EQ(find_invalid_utf8(cut), std::string::npos);
}

TEST(Slug, OtherFormsKeepTheWords) {
  EXPECT_EQ(to_title_case("user-login_form"), "User_Login_Form");
  EXPECT_EQ(to_upper_case("größer-éa").substr(0, 4), "GRÖ");
  EXPECT_EQ(to_underscores("user-login"), "user_login");
}

TEST(Title, IsOneVisibleLine) {
  EXPECT_EQ(check_title("  A \t").error().kind, ErrorKind::usage);  // a tab is a control character
  EXPECT_EQ(check_title("  Two   words ").value(), "Two words");
  EXPECT_EQ(check_title("").error().message, "the title is empty");
  EXPECT_EQ(check_title(" \xE3\x80\x80 ").error().message, "the title is empty");
  EXPECT_FALSE(check_title("a\nb"));
  EXPECT_FALSE(
      check_title("a\xE2\x80\xAE"
                  "b"));  // right-to-left override
  EXPECT_FALSE(check_title("a\xFF"));
  EXPECT_TRUE(check_title(std::string(200, 'x')));
  EXPECT_FALSE(check_title(std::string(201, 'x')));
}

}  // namespace
}  // namespace milepost
