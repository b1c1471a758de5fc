// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/word_map.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(WordMap, FindsWhatWasPutInAndNothingElse) {
  WordMap<int> map;
  EXPECT_EQ(map.find("absent"), map.end());
  for (int i = 0; i < 5000; ++i) map.emplace("word " + std::to_string(i), i);
  ASSERT_EQ(map.size(), 5000U);
  for (int i = 0; i < 5000; ++i) {
    const auto found = map.find("word " + std::to_string(i));
    ASSERT_NE(found, map.end());
    EXPECT_EQ(found->second, i);
    EXPECT_FALSE(map.contains("word " + std::to_string(i) + " "));
  }
}

TEST(WordMap, EmplaceKeepsAndAssignReplaces) {
  WordMap<int> map;
  EXPECT_TRUE(map.emplace("a", 1).second);
  EXPECT_FALSE(map.emplace("a", 2).second);
  EXPECT_EQ(map.find("a")->second, 1);
  map.insert_or_assign("a", 3);
  EXPECT_EQ(map.find("a")->second, 3);
  EXPECT_EQ(map.size(), 1U);
}

TEST(WordMap, EmptyWordAndWordsWithZeroBytesAreWords) {
  WordMap<int> map;
  map.emplace("", 1);
  map.emplace(std::string_view("\0", 1), 2);
  map.emplace(std::string_view("\0\0", 2), 3);
  EXPECT_EQ(map.find("")->second, 1);
  EXPECT_EQ(map.find(std::string_view("\0", 1))->second, 2);
  EXPECT_EQ(map.find(std::string_view("\0\0", 2))->second, 3);
}

TEST(WordMap, EntriesStandInTheOrderOfTheirInsertionAndClearForgetsThem) {
  WordMap<int> map;
  for (const char* word : {"z", "a", "m"}) map.emplace(word, 0);
  std::string order;
  for (const auto& [word, value] : map) order += word;
  EXPECT_EQ(order, "zam");
  map.clear();
  EXPECT_TRUE(map.empty());
  EXPECT_FALSE(map.contains("z"));
}

}  // namespace
}  // namespace milepost
