// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/git_layout.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

using testing::ElementsAre;

const std::string kCommit(40, 'a');

TEST(GitLayout, AnOrdinaryWorkTreeHoldsItsRepository) {
  MemoryFileSystem files;
  files.write("/home/repo/.git/HEAD", "ref: refs/heads/main\n");
  files.make_folder("/home/repo/docs/plans");
  const auto layout = find_git_layout(files, "/home/repo/docs/plans");
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->top, "/home/repo");
  EXPECT_EQ(layout->common, "/home/repo/.git");
}

TEST(GitLayout, AMergeIsUnderWayInItsOwnWorkTreeOnly) {
  MemoryFileSystem files;
  files.write("/main/.git/HEAD", "ref: refs/heads/main\n");
  files.write("/main/.git/worktrees/w/commondir", "../..\n");
  files.write("/main/.git/worktrees/w/MERGE_HEAD", kCommit + "\n");
  files.write("/w/.git", "gitdir: /main/.git/worktrees/w\n");
  EXPECT_EQ(find_unfinished_work(files, find_git_layout(files, "/main").value()), "");
  EXPECT_EQ(find_unfinished_work(files, find_git_layout(files, "/w").value()), "a merge");
  files.write("/main/.git/rebase-merge/head-name", "refs/heads/main\n");
  EXPECT_EQ(find_unfinished_work(files, find_git_layout(files, "/main").value()), "a rebase");
}

TEST(GitLayout, ALinkedWorkTreeSharesTheFolderOfTheMainOne) {
  MemoryFileSystem files;
  files.write("/main/.git/HEAD", "ref: refs/heads/main\n");
  files.write("/main/.git/worktrees/w/commondir", "../..\n");
  files.write("/main/.git/worktrees/w/gitdir", "/w/.git\n");
  files.write("/main/.git/worktrees/w/HEAD", kCommit + "\n");
  files.write("/w/.git", "gitdir: /main/.git/worktrees/w\n");
  const auto layout = find_git_layout(files, "/w");
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->common, "/main/.git");
  const auto trees = list_work_trees(files, layout->common);
  ASSERT_EQ(trees.size(), 2U);
  EXPECT_EQ(trees[0].top, "/main");
  EXPECT_EQ(trees[0].detached_head, "");
  EXPECT_EQ(trees[1].top, "/w");
  EXPECT_EQ(trees[1].detached_head, kCommit);
}

TEST(GitLayout, ABareRepositoryHasOnlyLinkedWorkTrees) {
  MemoryFileSystem files;
  files.write("/store/project.git/HEAD", "ref: refs/heads/main\n");
  files.write("/store/project.git/worktrees/a/gitdir", "/a/.git\n");
  files.write("/store/project.git/worktrees/b/gitdir", "not a path\n");
  const auto trees = list_work_trees(files, "/store/project.git");
  ASSERT_EQ(trees.size(), 1U);
  EXPECT_EQ(trees[0].top, "/a");
}

TEST(GitLayout, AFolderWithoutARepositoryHasNone) {
  MemoryFileSystem files;
  files.make_folder("/home/notes");
  EXPECT_FALSE(find_git_layout(files, "/home/notes"));
  files.write("/home/broken/.git", "nothing that git would write");
  EXPECT_FALSE(find_git_layout(files, "/home/broken"));
}

}  // namespace
}  // namespace milepost
