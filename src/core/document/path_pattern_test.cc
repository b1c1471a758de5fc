// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/path_pattern.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

// The probe is only a shortcut: it must never change the answer.
bool matches(std::string_view glob, std::string_view path) {
  const PathPattern pattern(glob);
  EXPECT_EQ(pattern.matches(path), pattern.matches_path(PathProbe(path))) << glob << " on " << path;
  return pattern.matches(path);
}

TEST(PathPattern, StarStaysInsideItsSegment) {
  EXPECT_TRUE(matches("docs/*.md", "docs/m1.md"));
  EXPECT_FALSE(matches("docs/*.md", "docs/old/m1.md"));
  EXPECT_TRUE(matches("docs/m*-*.md", "docs/m1-start-of-it.md"));
  EXPECT_TRUE(matches("docs/*-b*.md", "docs/a-a-ba-b.md"));
  EXPECT_FALSE(matches("docs/*-b.md", "docs/a-/b-b.md"));
  EXPECT_TRUE(matches("docs/**/*-b.md", "docs/a-/b-b.md"));
}

TEST(PathPattern, NameIsWhatStandsBehindTheLastSlash) {
  const PathPattern pattern("m#-*.md");
  EXPECT_TRUE(pattern.matches_name(PathProbe("docs/m1-start.md")));
  EXPECT_TRUE(pattern.matches_name(PathProbe("m12-start.md")));
  EXPECT_FALSE(pattern.matches_name(PathProbe("docs/m1-start.md/notes.txt")));
}

TEST(PathPattern, DoubleStarIsAnyNumberOfFolders) {
  EXPECT_TRUE(matches("**/milestones/**/*.md", "milestones/a.md"));
  EXPECT_TRUE(matches("**/milestones/**/*.md", "docs/milestones/a.md"));
  EXPECT_TRUE(matches("**/milestones/**/*.md", "x/y/milestones/done/2025/a.md"));
  EXPECT_FALSE(matches("**/milestones/**/*.md", "docs/mymilestones/a.md"));
  EXPECT_TRUE(matches("**/templates/**", "a/templates/b/c.md"));
  EXPECT_FALSE(matches("**/templates/**", "a/templates"));
}

TEST(PathPattern, HashIsOneOrMoreDigits) {
  EXPECT_TRUE(matches("m#.md", "m7.md"));
  EXPECT_TRUE(matches("m#.md", "m012.md"));
  EXPECT_FALSE(matches("m#.md", "m.md"));
  EXPECT_TRUE(matches("ep-#-#_ms#*.md", "ep-20260117-014_ms003_stream.md"));
  EXPECT_TRUE(matches("m#.#*.md", "m3.5-half.md"));
}

TEST(PathPattern, SetsAndQuestionMarks) {
  EXPECT_TRUE(matches("m#[a-c].md", "m4b.md"));
  EXPECT_FALSE(matches("m#[a-c].md", "m4d.md"));
  EXPECT_TRUE(matches("m?.md", "mx.md"));
  EXPECT_FALSE(matches("a?b", "a/b"));
}

TEST(PathPattern, PatternIsCaseInsensitive) {
  std::string buffer;
  EXPECT_TRUE(PathPattern("**/MILESTONES.md").matches(lower_path("Docs/Milestones.MD", buffer)));
}

TEST(PathPattern, HostilePatternEndsSoon) {
  const std::string path(20000, 'a');
  EXPECT_FALSE(matches("*a*a*a*a*a*a*a*b", path));
}

}  // namespace
}  // namespace milepost
