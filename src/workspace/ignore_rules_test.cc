// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/ignore_rules.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(IgnoreRules, LastPatternThatMatchesDecides) {
  const IgnoreRules rules = IgnoreRules::parse("*.md\n!keep.md\nkeep.md/\n");
  EXPECT_EQ(rules.decide("a.md", PathKind::file), true);
  EXPECT_EQ(rules.decide("keep.md", PathKind::file), false);
  EXPECT_EQ(rules.decide("keep.md", PathKind::directory), true);
  EXPECT_EQ(rules.decide("a.txt", PathKind::file), std::nullopt);
}

TEST(IgnoreRules, CommentsBlanksEscapesAndLineEnds) {
  const IgnoreRules rules = IgnoreRules::parse("\xEF\xBB\xBF# no\r\n\\#yes\r\n  \nblank\\ \ntrail   \n\\!bang\n");
  EXPECT_EQ(rules.decide("# no", PathKind::file), std::nullopt);
  EXPECT_EQ(rules.decide("#yes", PathKind::file), true);
  EXPECT_EQ(rules.decide("blank ", PathKind::file), true);
  EXPECT_EQ(rules.decide("trail", PathKind::file), true);
  EXPECT_EQ(rules.decide("!bang", PathKind::file), true);
}

TEST(IgnoreChain, NearerListsOverruleOuterOnes) {
  auto outer = std::make_shared<const IgnoreChain>(nullptr, std::size_t{0}, IgnoreRules::parse("*.md\n/docs/x.txt\n"));
  const IgnoreChain inner(outer, std::size_t{5}, IgnoreRules::parse("!M1.md\n/x.md\n"));
  EXPECT_FALSE(IgnoreChain::is_ignored(&inner, "docs/M1.md", PathKind::file));
  EXPECT_TRUE(IgnoreChain::is_ignored(&inner, "docs/M2.md", PathKind::file));
  EXPECT_TRUE(IgnoreChain::is_ignored(&inner, "docs/x.txt", PathKind::file));
  EXPECT_FALSE(IgnoreChain::is_ignored(&inner, "docs/y.txt", PathKind::file));
}

TEST(IgnoreChain, ListsAboveTheRootSeeTheWholePath) {
  const IgnoreChain chain(nullptr, "sub/", IgnoreRules::parse("/sub/plans/\n"));
  EXPECT_TRUE(IgnoreChain::is_ignored(&chain, "plans", PathKind::directory));
  EXPECT_FALSE(IgnoreChain::is_ignored(&chain, "plan", PathKind::directory));
}

TEST(IgnoreChain, LazyListsAreLoadedOnce) {
  int loads = 0;
  const IgnoreChain chain(nullptr, std::size_t{0}, [&loads] {
    ++loads;
    return IgnoreRules::parse("a\n");
  });
  EXPECT_EQ(loads, 0);
  EXPECT_TRUE(IgnoreChain::is_ignored(&chain, "a", PathKind::file));
  EXPECT_TRUE(IgnoreChain::is_ignored(&chain, "x/a", PathKind::file));
  EXPECT_EQ(loads, 1);
}

TEST(IgnoreRules, PatternsLongerThanAnyPathAreLeftOut) {
  const std::string brackets(1'000'000, '[');
  const IgnoreRules rules = IgnoreRules::parse("/" + brackets + "\n*[" + std::string(1'000'000, 'a') + "]\n*.tmp\n");
  EXPECT_EQ(rules.decide("a.md", PathKind::file), std::nullopt);
  EXPECT_EQ(rules.decide("a.tmp", PathKind::file), true);
}

}  // namespace
}  // namespace milepost
