// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/skipped_folders.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(SkippedFolders, SkipsOtherPeoplesAndBuiltThings) {
  const SkippedFolders skipped;
  for (const char* path : {".git", "a/node_modules", "x/.venv", "vendor", "rust/target", "build", "third_party"}) {
    EXPECT_TRUE(skipped.has(path)) << path;
  }
}

TEST(SkippedFolders, KeepsHiddenFoldersOfPlans) {
  const SkippedFolders skipped;
  for (const char* path : {".agent", ".simone", ".planning", ".github", "docs", "builds"}) {
    EXPECT_FALSE(skipped.has(path)) << path;
  }
}

TEST(SkippedFolders, PlainWordsAreTopicsBelowDocuments) {
  const SkippedFolders skipped;
  EXPECT_FALSE(skipped.has("docs/milestones/vendor"));
  EXPECT_FALSE(skipped.has(".agent/exec_plans/build"));
  EXPECT_TRUE(skipped.has("docs/node_modules"));
}

TEST(SkippedFolders, TakesMoreNames) {
  EXPECT_TRUE(SkippedFolders({"zzz", "snapshots"}).has("a/snapshots"));
  EXPECT_FALSE(SkippedFolders({"zzz"}).has("a/snapshots"));
}

}  // namespace
}  // namespace milepost
