// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "platform/posix_file_system.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace milepost {
namespace {

namespace fs = std::filesystem;

class PosixFileSystemTest : public testing::Test {
 protected:
  PosixFileSystemTest() {
    std::string place = (fs::temp_directory_path() / "milepost-files-XXXXXX").string();
    EXPECT_NE(mkdtemp(place.data()), nullptr);
    root_ = fs::canonical(place).string();
  }
  ~PosixFileSystemTest() override { fs::remove_all(root_); }

  void write(const std::string& path, std::string_view bytes) {
    fs::create_directories(fs::path(root_ + '/' + path).parent_path());
    std::ofstream(root_ + '/' + path, std::ios::binary) << bytes;
  }
  std::unique_ptr<Directory> open() { return files_.open_directory(root_).value_or(nullptr); }

  PosixFileSystem files_;
  std::string root_;
};

TEST_F(PosixFileSystemTest, ListsKindsOfEntries) {
  write("a.md", "x");
  write("sub/b.md", "y");
  fs::create_symlink("a.md", root_ + "/link.md");
  ASSERT_EQ(mkfifo((root_ + "/pipe.md").c_str(), 0600), 0);
  EntryList entries;
  ASSERT_TRUE(open()->list(entries));
  entries.sort_by_name();
  std::vector<std::pair<std::string, FileKind>> seen;
  for (const auto& entry : entries.entries()) seen.emplace_back(entries.name(entry), entry.kind);
  EXPECT_THAT(seen, testing::ElementsAre(std::pair{"a.md", FileKind::file}, std::pair{"link.md", FileKind::link},
                                         std::pair{"pipe.md", FileKind::other}, std::pair{"sub", FileKind::directory}));
}

TEST_F(PosixFileSystemTest, ListsFoldersLargerThanItsBuffer) {
  const std::string long_name(100, 'n');
  for (int number = 0; number < 2000; ++number) write("big/" + long_name + std::to_string(number), "");
  const auto folder = open()->open("big");
  ASSERT_TRUE(folder);
  EntryList entries;
  for (int round = 0; round < 2; ++round) {  // it can be listed again
    ASSERT_TRUE((*folder)->list(entries));
    EXPECT_EQ(entries.entries().size(), 2000U);
  }
}

TEST_F(PosixFileSystemTest, ReadsWholeFilesOfAnySize) {
  const std::string large(300'001, 'z');
  write("empty.md", "");
  write("large.md", large);
  ReadBuffer bytes;
  ASSERT_TRUE(open()->read("large.md", 1U << 20U, bytes));
  EXPECT_EQ(bytes.bytes(), large);
  const auto empty = open()->read("empty.md", 1U << 20U, bytes);
  ASSERT_TRUE(empty);
  EXPECT_EQ(bytes.bytes(), "");
  EXPECT_EQ(empty->kind, FileKind::file);
  EXPECT_TRUE(open()->read("large.md", large.size(), bytes));
  EXPECT_EQ(open()->read("large.md", large.size() - 1, bytes).error().trouble, FileTrouble::too_large);
}

TEST_F(PosixFileSystemTest, NeverFollowsLinksOrOpensPipesBelowADirectory) {
  write("a.md", "x");
  fs::create_symlink("a.md", root_ + "/link.md");
  fs::create_directory_symlink(".", root_ + "/loop");
  ASSERT_EQ(mkfifo((root_ + "/pipe.md").c_str(), 0600), 0);
  ReadBuffer bytes;
  EXPECT_EQ(open()->read("link.md", 100, bytes).error().trouble, FileTrouble::is_link);
  EXPECT_EQ(open()->read("pipe.md", 100, bytes).error().trouble, FileTrouble::not_a_file);
  EXPECT_EQ(open()->read("none.md", 100, bytes).error().trouble, FileTrouble::not_found);
  EXPECT_FALSE(open()->open("loop"));
  EXPECT_FALSE(open()->open("a.md"));
  EXPECT_EQ(files_.read(root_ + "/link.md", 100, bytes)->size, 1U);
}

TEST_F(PosixFileSystemTest, StampsChangeWithTheFile) {
  write("a.md", "x");
  const auto folder = open();
  const auto before = folder->stat("a.md", Links::keep);
  ASSERT_TRUE(before);
  const timespec times[2] = {{1, 5}, {1'600'000'000, 7}};
  ASSERT_EQ(utimensat(AT_FDCWD, (root_ + "/a.md").c_str(), times, 0), 0);
  const auto after = folder->stat("a.md", Links::keep);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->modified_ns, 1'600'000'000'000'000'007);
  EXPECT_EQ(after->inode, before->inode);
  EXPECT_GE(after->changed_ns, before->changed_ns);
  EXPECT_EQ(folder->stat("", Links::keep)->kind, FileKind::directory);
}

TEST_F(PosixFileSystemTest, CanonicalResolvesLinks) {
  write("sub/a.md", "x");
  fs::create_directory_symlink("sub", root_ + "/link");
  EXPECT_EQ(files_.canonical(root_ + "/link/../link/a.md"), root_ + "/sub/a.md");
  EXPECT_EQ(files_.canonical(root_ + "/none").error().trouble, FileTrouble::not_found);
}

TEST_F(PosixFileSystemTest, StoresOurFilesInOneStep) {
  const std::string path = root_ + "/deep/er/cache.bin";
  std::vector<std::string> parts;
  std::string whole;
  for (int number = 0; number < 3000; ++number) parts.push_back(std::to_string(number) + (number % 7 == 0 ? "" : "x"));
  std::vector<std::string_view> pieces(parts.begin(), parts.end());
  pieces.insert(pieces.begin() + 5, "");
  for (const std::string_view piece : pieces) whole += piece;
  ASSERT_TRUE(files_.store_private(path, pieces));
  ReadBuffer bytes;
  ASSERT_TRUE(files_.read(path, 1U << 20U, bytes));
  EXPECT_EQ(bytes.bytes(), whole);
  ASSERT_TRUE(files_.store_private(path, std::vector<std::string_view>{"new"}));
  ASSERT_TRUE(files_.read(path, 1U << 20U, bytes));
  EXPECT_EQ(bytes.bytes(), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(root_ + "/deep/er"), {}), 1);
  struct ::stat raw{};
  ASSERT_EQ(::stat((root_ + "/deep").c_str(), &raw), 0);
  EXPECT_EQ(raw.st_mode & 0777U, 0700U);
}

TEST_F(PosixFileSystemTest, RefusedPathsSayWhy) {
  const auto missing = files_.open_directory(root_ + "/none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().trouble, FileTrouble::not_found);
  EXPECT_FALSE(missing.error().reason.empty());
}

}  // namespace
}  // namespace milepost
