// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CountSlips, CountsEachKindOfSlipAsOne) {
  EXPECT_EQ(count_slips("status", "status", 3), 0U);
  EXPECT_EQ(count_slips("stauts", "status", 3), 1U);   // swapped
  EXPECT_EQ(count_slips("statu", "status", 3), 1U);    // too few
  EXPECT_EQ(count_slips("statuss", "status", 3), 1U);  // too many
  EXPECT_EQ(count_slips("stazus", "status", 3), 1U);   // wrong
  EXPECT_EQ(count_slips("", "abc", 3), 3U);
}

TEST(CountSlips, StopsAtTheLimit) {
  EXPECT_EQ(count_slips("alpha", "omega", 2), 3U);
  EXPECT_EQ(count_slips("a", "abcdef", 2), 3U);
  EXPECT_EQ(count_slips("", "", 0), 0U);
  EXPECT_EQ(count_slips("ab", "ba", 0), 1U);
}

TEST(CountSlips, SwapOfAdjacentLettersIsFoundEvenWhenTheRowBetweenExceedsTheLimit) {
  EXPECT_EQ(count_slips("ba", "ab", 1), 1U);
  EXPECT_EQ(count_slips("xba", "xab", 1), 1U);
}

TEST(CountSlips, IsSymmetric) {
  const std::vector<std::string> words{"owner", "onwer", "ower", "MS003", "MS030", "", "x", "status", "start"};
  for (const auto& a : words) {
    for (const auto& b : words) EXPECT_EQ(count_slips(a, b, 9), count_slips(b, a, 9)) << a << " " << b;
  }
}

TEST(Nearest, PutsWordsThatBeginAsTypedFirst) {
  const std::vector<std::string> words{"sort", "start", "status", "tags"};
  EXPECT_THAT(nearest("sta", words, 5), ElementsAre("start", "status"));
  EXPECT_THAT(nearest("stat", words, 5), ElementsAre("status", "start"));
}

TEST(Nearest, FindsSlipsWhateverTheCase) {
  const std::vector<std::string> words{"EP-20260117-014/MS003", "EP-20260117-014/MS004", "M2"};
  EXPECT_THAT(nearest("ep-20260117-014/ms03", words, 1), ElementsAre("EP-20260117-014/MS003"));
}

TEST(Nearest, HasNothingToSayWhenNothingIsNear) {
  const std::vector<std::string> words{"owner", "status", "M"};
  EXPECT_THAT(nearest("zebra", words, 5), IsEmpty());
  EXPECT_THAT(nearest("x", words, 5), IsEmpty());
  EXPECT_THAT(nearest("", words, 5), IsEmpty());
  EXPECT_THAT(nearest("owner", {}, 5), IsEmpty());
  EXPECT_THAT(nearest("owner", words, 0), IsEmpty());
}

TEST(Nearest, DoesNotDependOnTheOrderOfTheCandidates) {
  std::vector<std::string> words{"M1", "M10", "M11", "M2", "M1", "m1", "N1"};
  const auto expected = nearest("M1", words, 10);
  std::ranges::sort(words);
  do {
    ASSERT_EQ(nearest("M1", words, 10), expected);
  } while (std::ranges::next_permutation(words).found);
  EXPECT_EQ(std::ranges::count(expected, "M1"), 1);
}

TEST(Nearest, LongWordsAreFoundByTheirBeginningOnly) {
  const std::string longer(200'000, 'a');
  const std::vector<std::string> words{longer + "b", std::string(200'000, 'b')};
  EXPECT_THAT(nearest(longer, words, 3), ElementsAre(longer + "b"));
  EXPECT_THAT(nearest(longer + "c", words, 3), IsEmpty());
}

}  // namespace
}  // namespace milepost
