// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/words.h"

#include <gtest/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

TEST(Words, shipped_lists_are_complete) {
  const Words& words = shipped_words();
  EXPECT_EQ(words.months.find_exact("märz"), 3U);
  EXPECT_EQ(words.effort.units.find_exact("日"), EffortUnit::days);
  EXPECT_EQ(words.effort.sizes.find_exact("xl"), 5U);
  EXPECT_EQ(words.effort.numbers.find_exact("half a"), 0.5);
  EXPECT_EQ(words.effort.numbers.find_exact("ten"), 10.0);
  EXPECT_TRUE(words.dependencies.none.find_exact("n a"));
  EXPECT_TRUE(words.placeholders.find_exact("tbd"));
}

TEST(Words, a_dialect_adds_and_overrides) {
  Words words = shipped_words();
  ASSERT_TRUE(words.add("name = 'x'\n[status]\ndone = ['baked', 'Review']\n", "d.toml"));
  EXPECT_EQ(normalise_status("Baked", words.status).category, StatusCategory::done);
  EXPECT_EQ(normalise_status("review", words.status).category, StatusCategory::done);
  EXPECT_EQ(normalise_status("planned", words.status).category, StatusCategory::planned);
}

TEST(Words, an_error_names_its_place_and_adds_nothing) {
  Words words;
  const auto wrong_type = words.add("[status]\ndone = ['ok']\nactive = 'wip'\n", "d.toml");
  ASSERT_FALSE(wrong_type);
  EXPECT_EQ(wrong_type.error().message, "status.active must be a list of words");
  EXPECT_EQ(wrong_type.error().place->line, 3U);
  EXPECT_EQ(wrong_type.error().kind, ErrorKind::usage);
  EXPECT_TRUE(words.status.phrases().empty());
  const auto syntax = words.add("[status\n", "d.toml");
  ASSERT_FALSE(syntax);
  EXPECT_EQ(syntax.error().place->path, "d.toml");
  const auto number = words.add("[status]\ndone = [1]\n", "d.toml");
  ASSERT_FALSE(number);
  EXPECT_EQ(number.error().message, "status.done must hold words only");
}

}  // namespace
}  // namespace milepost
