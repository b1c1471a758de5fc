// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace milepost {
namespace {

bool matches(std::string_view pattern, std::string_view path) { return Glob::compile(pattern).matches(path); }

TEST(Glob, NameWithoutSlashMatchesAtAnyDepth) {
  EXPECT_TRUE(matches("M1.md", "M1.md"));
  EXPECT_TRUE(matches("M1.md", "docs/plans/M1.md"));
  EXPECT_FALSE(matches("M1.md", "docs/M1.mdx"));
  EXPECT_TRUE(matches("*.md", "a/b.md"));
  EXPECT_TRUE(matches("M?-*.md", "a/M1-x.md"));
}

TEST(Glob, SlashBindsToTheFolder) {
  EXPECT_TRUE(matches("/M1.md", "M1.md"));
  EXPECT_FALSE(matches("/M1.md", "docs/M1.md"));
  EXPECT_TRUE(matches("docs/*.md", "docs/a.md"));
  EXPECT_FALSE(matches("docs/*.md", "docs/x/a.md"));
  EXPECT_FALSE(matches("docs/*.md", "x/docs/a.md"));
}

TEST(Glob, TwoStarsCrossParts) {
  EXPECT_TRUE(matches("**/build", "build"));
  EXPECT_TRUE(matches("**/build", "a/b/build"));
  EXPECT_TRUE(matches("a/**/b", "a/b"));
  EXPECT_TRUE(matches("a/**/b", "a/x/y/b"));
  EXPECT_FALSE(matches("a/**/b", "a/xb"));
  EXPECT_TRUE(matches("a/**", "a/x/y"));
  EXPECT_FALSE(matches("a/**", "a"));
  EXPECT_FALSE(matches("a**/b", "ax/y/b"));  // not alone in its part: an ordinary star
}

TEST(Glob, ClassesRangesAndEscapes) {
  EXPECT_TRUE(matches("M[0-9].md", "M7.md"));
  EXPECT_FALSE(matches("M[!0-9].md", "M7.md"));
  EXPECT_TRUE(matches("[[:digit:]]x", "7x"));
  EXPECT_TRUE(matches("[]-]x", "]x"));
  EXPECT_TRUE(matches("\\*.md", "*.md"));
  EXPECT_FALSE(matches("\\*.md", "a.md"));
  EXPECT_FALSE(matches("a[", "a["));  // a broken class matches nothing
  EXPECT_FALSE(matches("a\\", "a\\"));
}

TEST(Glob, HostilePatternsStayCheap) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "a*";
  EXPECT_FALSE(matches(pattern + "b", std::string(4000, 'a')));
  std::string deep = "x";
  for (int i = 0; i < 500; ++i) deep += "/x";
  EXPECT_FALSE(matches("**/x/**/x/**/x/**/x/**/y", deep));
}

TEST(Glob, SaysWhetherSomethingBelowCouldMatch) {
  const Glob glob = Glob::compile("build/docs/*.md");
  EXPECT_TRUE(glob.may_match_below("build"));
  EXPECT_TRUE(glob.may_match_below("build/docs"));
  EXPECT_FALSE(glob.may_match_below("target"));
  EXPECT_FALSE(glob.may_match_below("build/obj"));
  EXPECT_TRUE(Glob::compile("*.md").may_match_below("anything"));
  EXPECT_TRUE(Glob::compile("a/**/b").may_match_below("a/x/y"));
}

}  // namespace
}  // namespace milepost
