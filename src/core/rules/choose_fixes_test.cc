// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/choose_fixes.h"

#include <gtest/gtest.h>

#include <string>

namespace milepost {
namespace {

Finding make(std::string_view id, std::string path, ByteRange range, std::string replacement,
             FixSafety safety = FixSafety::safe) {
  Finding finding;
  finding.id = id;
  finding.path = path;
  finding.range = range;
  finding.fixes.push_back({"mend it", safety, {{std::move(path), {{range, std::move(replacement)}}}}});
  return finding;
}

bool any(const Finding& /*finding*/, const Fix& /*fix*/) { return true; }

TEST(ChooseFixes, TheRuleWithTheLowerNumberGoesFirst) {
  const std::vector<Finding> findings{make("MP409", "a.md", {2, 9}, "x"), make("MP103", "a.md", {4, 5}, "")};
  const FixRound round = choose_fixes(findings, any);
  ASSERT_EQ(round.chosen.size(), 1U);
  EXPECT_EQ(round.chosen[0].finding->id, "MP103");
  ASSERT_EQ(round.waiting.size(), 1U);
  EXPECT_EQ(round.waiting[0].waits.finding->id, "MP409");
  EXPECT_EQ(round.waiting[0].for_whom->id, "MP103");
}

TEST(ChooseFixes, OtherBytesAndOtherFilesDoNotMeet) {
  const std::vector<Finding> findings{make("MP101", "a.md", {0, 3}, ""), make("MP102", "a.md", {3, 6}, "x"),
                                      make("MP103", "b.md", {0, 3}, "")};
  EXPECT_EQ(choose_fixes(findings, any).chosen.size(), 3U);
}

TEST(ChooseFixes, ALongRangeThatBeganFarAwayIsSeen) {
  const std::vector<Finding> findings{make("MP101", "a.md", {0, 100}, "x"), make("MP102", "a.md", {50, 51}, "y"),
                                      make("MP103", "a.md", {60, 61}, "z")};
  const FixRound round = choose_fixes(findings, any);
  EXPECT_EQ(round.chosen.size(), 1U);
  EXPECT_EQ(round.waiting.size(), 2U);
}

TEST(ChooseFixes, TwoInsertionsAtOnePlaceWaitForEachOtherUnlessTheyAreEqual) {
  const std::vector<Finding> different{make("MP101", "a.md", {5, 5}, "x"), make("MP102", "a.md", {5, 5}, "y")};
  EXPECT_EQ(choose_fixes(different, any).chosen.size(), 1U);
  const std::vector<Finding> equal{make("MP101", "a.md", {5, 5}, "x"), make("MP102", "a.md", {5, 5}, "x")};
  EXPECT_EQ(choose_fixes(equal, any).chosen.size(), 2U);
}

TEST(ChooseFixes, TheFirstFixThatMayBeMadeIsTaken) {
  std::vector<Finding> findings{make("MP101", "a.md", {0, 1}, "x", FixSafety::unsafe)};
  findings[0].fixes.push_back({"safely", FixSafety::safe, {{"a.md", {{{0, 1}, "y"}}}}});
  const auto safe = [](const Finding&, const Fix& fix) { return fix.safety == FixSafety::safe; };
  const FixRound round = choose_fixes(findings, safe);
  ASSERT_EQ(round.chosen.size(), 1U);
  EXPECT_EQ(round.chosen[0].fix->what, "safely");
  findings[0].fixes.pop_back();
  EXPECT_TRUE(choose_fixes(findings, safe).chosen.empty());
}

}  // namespace
}  // namespace milepost
