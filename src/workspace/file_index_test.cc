// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/file_index.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class FileIndexTest : public testing::Test {
 protected:
  FileIndexTest() {
    files_.write("/w/docs/a.md", "a");
    files_.write("/w/docs/old/a.md", "a");
    files_.write("/w/src/main.cc", "m");
    files_.write("/w/node_modules/p/readme.md", "p");
  }

  // After this the walk answers, no longer the system.
  static void ask_often(const FileIndex& index) {
    for (std::size_t i = 0; i <= FileIndex::kAskedMost; ++i) EXPECT_FALSE(index.exists("nowhere/" + std::to_string(i)));
  }

  static void expect_the_truth(const FileIndex& index) {
    EXPECT_TRUE(index.exists("docs/a.md"));
    EXPECT_TRUE(index.exists("docs/old"));
    EXPECT_TRUE(index.exists("docs/old/"));
    EXPECT_TRUE(index.exists(""));
    EXPECT_TRUE(index.exists("node_modules"));
    EXPECT_TRUE(index.exists("node_modules/p/readme.md")) << "in a folder that is not walked";
    EXPECT_FALSE(index.exists("node_modules/p/other.md"));
    EXPECT_FALSE(index.exists("docs/b.md"));
    EXPECT_FALSE(index.exists("docs/a.md/b"));
  }

  MemoryFileSystem files_;
};

TEST_F(FileIndexTest, TellsTheSameFromTheSystemAndFromTheWalk) {
  const FileIndex index(files_, "/w", SkippedFolders());
  expect_the_truth(index);
  ask_often(index);
  expect_the_truth(index);
}

TEST_F(FileIndexTest, FindsFilesByNameOutsideSkippedFolders) {
  const FileIndex index(files_, "/w", SkippedFolders());
  EXPECT_THAT(index.find_named("a.md"), ElementsAre("docs/a.md", "docs/old/a.md"));
  EXPECT_THAT(index.find_named("readme.md"), IsEmpty());
  EXPECT_THAT(index.find_named("docs"), IsEmpty()) << "a folder is no file";
}

TEST_F(FileIndexTest, NothingExistsBelowARootThatIsNotThere) {
  const FileIndex index(files_, "/elsewhere", SkippedFolders());
  EXPECT_FALSE(index.exists("docs/a.md"));
  EXPECT_FALSE(index.exists(""));
  EXPECT_THAT(index.find_named("a.md"), IsEmpty());
}

}  // namespace
}  // namespace milepost
