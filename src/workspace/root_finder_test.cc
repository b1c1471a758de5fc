// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/root_finder.h"

#include <gtest/gtest.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

TEST(FindRoot, WalksUpToTheWorkTreeOrTheConfiguration) {
  MemoryFileSystem files;
  files.make_folder("/home/repo/.git");
  files.make_folder("/home/repo/a/b");
  files.write("/home/repo/tool/milepost.toml", "");
  files.make_folder("/home/repo/tool/x");
  files.make_folder("/tmp/plain");
  EXPECT_EQ(find_root(files, "/home/repo/a/b")->path, "/home/repo");
  EXPECT_EQ(find_root(files, "/home/repo/a/b")->kind, RootKind::git_work_tree);
  EXPECT_EQ(find_root(files, "/home/repo/tool/x")->path, "/home/repo/tool");
  EXPECT_EQ(find_root(files, "/home/repo/tool/x")->kind, RootKind::config_file);
  EXPECT_EQ(find_root(files, "/tmp/plain")->path, "/tmp/plain");
  EXPECT_EQ(find_root(files, "/tmp/plain")->kind, RootKind::folder);
  EXPECT_EQ(find_root(files, "/nowhere").error().kind, ErrorKind::io);
  EXPECT_EQ(find_root(files, "/home/repo/tool/milepost.toml").error().kind, ErrorKind::io);
}

TEST(OuterIgnored, TakesTheListsAboveTheRootAndInfoExclude) {
  MemoryFileSystem files;
  files.write("/r/.git/info/exclude", "local.md\n");
  files.write("/r/.gitignore", "/sub/drafts/\n");
  files.write("/r/sub/.gitignore", "!local.md\n");  // the root's own: the walk reads it
  files.make_folder("/r/sub/inner");
  const OuterIgnored outer = load_outer_ignored(files, "/r/sub");
  EXPECT_TRUE(IgnoreChain::is_ignored(outer.chain.get(), "drafts", PathKind::directory));
  EXPECT_TRUE(IgnoreChain::is_ignored(outer.chain.get(), "x/local.md", PathKind::file));
  EXPECT_EQ(outer.texts.size(), 2U);
  const OuterIgnored deeper = load_outer_ignored(files, "/r/sub/inner");
  EXPECT_FALSE(IgnoreChain::is_ignored(deeper.chain.get(), "local.md", PathKind::file));
}

TEST(OuterIgnored, LinkedWorkTreesShareInfoExclude) {
  MemoryFileSystem files;
  files.write("/main/.git/info/exclude", "local.md\n");
  files.write("/main/.git/worktrees/w/commondir", "../..\n");
  files.write("/w/.git", "gitdir: /main/.git/worktrees/w\n");
  const OuterIgnored outer = load_outer_ignored(files, "/w");
  EXPECT_TRUE(IgnoreChain::is_ignored(outer.chain.get(), "local.md", PathKind::file));
}

}  // namespace
}  // namespace milepost
