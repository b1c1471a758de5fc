// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/path_history.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"
#include "support/git/scripted_git.h"

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PathHistoryTest : public ::testing::Test {
 protected:
  PathHistoryTest() {
    files_.write("/repo/.git/HEAD", "ref: refs/heads/main\n");
    git_.all_refs = {{"refs/heads/main", "a"}, {"refs/remotes/origin/far", "b"}};
    git_.added_by = {{"a", {"docs/M1.md", "src/main.cc"}}, {"b", {"docs/M2.MD", "docs/M1.md"}}, {"c", {"M3.md"}}};
  }
  std::vector<std::string> paths() { return load_path_history(files_, git_, layout_).value().paths; }

  MemoryFileSystem files_;
  ScriptedGit git_;
  GitLayout layout_{"/repo", "/repo/.git", "/repo/.git"};
};

TEST_F(PathHistoryTest, HoldsMarkdownOfEveryRefOnce) { EXPECT_THAT(paths(), ElementsAre("docs/M1.md", "docs/M2.MD")); }

TEST_F(PathHistoryTest, OneQuestionIsEnoughWhileNothingMoves) {
  paths();
  git_.questions.clear();
  EXPECT_THAT(paths(), ElementsAre("docs/M1.md", "docs/M2.MD"));
  EXPECT_THAT(git_.questions, ElementsAre("refs"));
}

TEST_F(PathHistoryTest, OnlyNewCommitsAreLookedAt) {
  paths();
  git_.questions.clear();
  git_.all_refs.push_back({"refs/heads/topic", "c"});
  EXPECT_THAT(paths(), ElementsAre("M3.md", "docs/M1.md", "docs/M2.MD"));
  EXPECT_THAT(git_.questions, ElementsAre("refs", "added_paths 1"));
}

TEST_F(PathHistoryTest, ABranchThatIsDeletedIsRemembered) {
  paths();
  git_.all_refs.pop_back();
  EXPECT_THAT(paths(), ElementsAre("docs/M1.md", "docs/M2.MD"));
}

TEST_F(PathHistoryTest, ADetachedHeadOfAnotherWorkTreeCounts) {
  const std::string commit(40, 'd');
  files_.write("/repo/.git/worktrees/w/gitdir", "/w/.git\n");
  files_.write("/repo/.git/worktrees/w/HEAD", commit + "\n");
  git_.added_by[commit] = {"docs/M9.md"};
  EXPECT_THAT(paths(), ::testing::Contains("docs/M9.md"));
}

TEST_F(PathHistoryTest, WhatWasKeptIsNotBelievedWhenItIsDamaged) {
  paths();
  std::string bytes = files_.bytes_of("/repo/.git/milepost/paths");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  files_.write("/repo/.git/milepost/paths", bytes);
  git_.questions.clear();
  EXPECT_THAT(paths(), ElementsAre("docs/M1.md", "docs/M2.MD"));
  EXPECT_THAT(git_.questions, ElementsAre("refs", "added_paths 2"));
}

TEST_F(PathHistoryTest, AFailureOfGitIsSaid) {
  git_.failure = Error{ErrorKind::git, "broken", std::nullopt, {}, {}};
  const auto history = load_path_history(files_, git_, layout_);
  ASSERT_FALSE(history);
  EXPECT_EQ(history.error().kind, ErrorKind::git);
}

TEST(ListMarkdownPaths, LooksBelowTheFolderOnly) {
  MemoryFileSystem files;
  for (const char* path : {"/w/docs/M1.md", "/w/docs/archive/M0.md", "/w/docs/x.txt", "/w/node_modules/p/M7.md",
                           "/w/README.md", "/w/.git/M8.md"})
    files.write(path, "x");
  EXPECT_THAT(list_markdown_paths(files, "/w", "docs"), ElementsAre("docs/M1.md", "docs/archive/M0.md"));
  EXPECT_THAT(list_markdown_paths(files, "/w", ""), ElementsAre("README.md", "docs/M1.md", "docs/archive/M0.md"));
  EXPECT_THAT(list_markdown_paths(files, "/gone", ""), IsEmpty());
}

}  // namespace
}  // namespace milepost
