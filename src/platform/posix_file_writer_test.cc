// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "platform/posix_file_writer.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace milepost {
namespace {

namespace fs = std::filesystem;

class PosixFileWriterTest : public testing::Test {
 protected:
  PosixFileWriterTest() {
    std::string place = (fs::temp_directory_path() / "milepost-writer-XXXXXX").string();
    EXPECT_NE(mkdtemp(place.data()), nullptr);
    root_ = fs::canonical(place).string();
  }
  ~PosixFileWriterTest() override { fs::remove_all(root_); }

  [[nodiscard]] std::string at(const std::string& name) const { return root_ + "/" + name; }
  void put(const std::string& name, std::string_view bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string bytes(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] unsigned mode(const std::string& name) const {
    struct ::stat raw{};
    EXPECT_EQ(::lstat(at(name).c_str(), &raw), 0);
    return raw.st_mode & 07777U;
  }

  // Creates, writes, syncs, closes.
  FileResult<void> store(const std::string& path, std::string_view bytes) {
    const auto file = writer_.create(path, 0666);
    if (!file) return std::unexpected(file.error());
    auto done = writer_.write(*file, bytes);
    if (done) done = writer_.sync(*file);
    const auto closed = writer_.close(*file);
    return done ? closed : done;
  }

  PosixFileWriter writer_;
  std::string root_;
};

TEST_F(PosixFileWriterTest, ANewFileHasTheModeThatTheUmaskLeaves) {
  const mode_t before = ::umask(027);
  const auto file = writer_.create(at("a"), 0666);
  ::umask(before);
  ASSERT_TRUE(file);
  EXPECT_EQ(mode("a"), 0640U);
  ASSERT_TRUE(writer_.set_mode(*file, 0604));  // exactly, whatever the umask is
  EXPECT_EQ(mode("a"), 0604U);
  ASSERT_TRUE(writer_.write(*file, "one "));
  ASSERT_TRUE(writer_.write(*file, std::string("two\0three", 9)));
  ASSERT_TRUE(writer_.sync(*file));
  ASSERT_TRUE(writer_.close(*file));
  EXPECT_EQ(bytes("a"), std::string("one two\0three", 13));
}

TEST_F(PosixFileWriterTest, NothingThatIsThereIsOpenedAsNew) {
  put("a", "old");
  fs::create_symlink("nowhere", at("link"));
  for (const char* name : {"a", "link"}) {
    const auto file = writer_.create(at(name), 0666);
    ASSERT_FALSE(file) << name;
    EXPECT_EQ(file.error().trouble, FileTrouble::exists) << name;
  }
  EXPECT_EQ(bytes("a"), "old");
  EXPECT_FALSE(fs::exists(at("nowhere")));
}

TEST_F(PosixFileWriterTest, ALockIsNeverFollowedToWhereALinkLeads) {
  put("victim", "precious");
  fs::create_symlink("victim", at("lock"));
  const auto lock = writer_.open_lock(at("lock"));
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().trouble, FileTrouble::is_link);
  EXPECT_EQ(bytes("victim"), "precious");
}

TEST_F(PosixFileWriterTest, ALockIsHeldByOneHandle) {
  const auto first = writer_.open_lock(at("lock"));
  const auto second = writer_.open_lock(at("lock"));
  ASSERT_TRUE(first && second);
  ASSERT_TRUE(writer_.lock(*first));
  const auto refused = writer_.lock(*second);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, FileTrouble::busy);
  ASSERT_TRUE(writer_.rewrite(*first, "a long holder"));
  ASSERT_TRUE(writer_.rewrite(*first, "short"));
  EXPECT_EQ(bytes("lock"), "short");
  ASSERT_TRUE(writer_.close(*first));
  EXPECT_TRUE(writer_.lock(*second));
  EXPECT_TRUE(writer_.close(*second));
}

TEST_F(PosixFileWriterTest, RenamesReplaceOnlyWhereTheyMay) {
  put("a", "new");
  put("b", "old");
  const auto kept = writer_.rename_noreplace(at("a"), at("b"));
  ASSERT_FALSE(kept);
  if (kept.error().trouble != FileTrouble::unsupported) {
    EXPECT_EQ(kept.error().trouble, FileTrouble::exists);
  }
  EXPECT_EQ(bytes("b"), "old");
  ASSERT_TRUE(writer_.rename(at("a"), at("b")));
  EXPECT_EQ(bytes("b"), "new");
  const auto linked = writer_.link(at("b"), at("c"));
  ASSERT_TRUE(linked);
  EXPECT_EQ(writer_.link(at("b"), at("c")).error().trouble, FileTrouble::exists);
  EXPECT_TRUE(writer_.unlink(at("c")));
  EXPECT_EQ(writer_.unlink(at("c")).error().trouble, FileTrouble::not_found);
  EXPECT_EQ(bytes("b"), "new");
}

// A rename replaces the link itself; who wants the file behind it changed gives its own path.
TEST_F(PosixFileWriterTest, ARenameOntoALinkLeavesWhatIsBehindIt) {
  put("behind", "old");
  put("temp", "new");
  fs::create_symlink("behind", at("link"));
  ASSERT_TRUE(writer_.rename(at("temp"), at("link")));
  EXPECT_FALSE(fs::is_symlink(at("link")));
  EXPECT_EQ(bytes("behind"), "old");
  EXPECT_EQ(bytes("link"), "new");
}

TEST_F(PosixFileWriterTest, FoldersAreMadeSyncedAndRemovedWhenEmpty) {
  ASSERT_TRUE(writer_.make_folder(at("f"), 0700));
  EXPECT_EQ(mode("f"), 0700U);
  EXPECT_EQ(writer_.make_folder(at("f"), 0700).error().trouble, FileTrouble::exists);
  EXPECT_EQ(writer_.make_folder(at("no/f"), 0700).error().trouble, FileTrouble::not_found);
  put("f/x", "1");
  EXPECT_TRUE(writer_.sync_folder(at("f")));
  EXPECT_EQ(writer_.sync_folder(at("f/x")).error().trouble, FileTrouble::not_a_directory);
  EXPECT_EQ(writer_.remove_folder(at("f")).error().trouble, FileTrouble::not_empty);
  EXPECT_TRUE(writer_.unlink(at("f/x")));
  EXPECT_TRUE(writer_.remove_folder(at("f")));
}

TEST_F(PosixFileWriterTest, OwnersAreReadAndKept) {
  const auto file = writer_.create(at("a"), 0666);
  ASSERT_TRUE(file);
  const auto owner = writer_.owner_of(at("a"));
  ASSERT_TRUE(owner);
  EXPECT_EQ(owner->user, ::geteuid());
  EXPECT_TRUE(writer_.set_owner(*file, *owner));
  EXPECT_TRUE(writer_.close(*file));
  EXPECT_EQ(writer_.this_process().id, static_cast<std::uint64_t>(::getpid()));
}

TEST_F(PosixFileWriterTest, AReadOnlyFolderTakesNothing) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere; run it as an ordinary user";
  ASSERT_TRUE(writer_.make_folder(at("closed"), 0500));
  EXPECT_EQ(writer_.check_writable(at("closed")).error().trouble, FileTrouble::denied);
  EXPECT_EQ(writer_.create(at("closed/a"), 0666).error().trouble, FileTrouble::denied);
  EXPECT_TRUE(writer_.check_writable(root_));
}

// A limit on the size of files stops a write in the middle, as a full disk would.
TEST_F(PosixFileWriterTest, AWriteThatStopsHalfWayIsAFailure) {
  struct ::rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  struct ::rlimit small = before;
  small.rlim_cur = 4096;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto stored = store(at("large"), std::string(10'000, 'x'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(stored);
  EXPECT_FALSE(stored.error().reason.empty());
  EXPECT_EQ(bytes("large").size(), 4096U);  // the caller takes it away
}

TEST_F(PosixFileWriterTest, AFullDiskIsCalledFull) {
  ASSERT_TRUE(writer_.make_folder(at("small"), 0755));
  if (::mount("tmpfs", at("small").c_str(), "tmpfs", 0, "size=16k") != 0)
    GTEST_SKIP() << "a small file system can not be mounted here; run it as root";
  const auto stored = store(at("small/a"), std::string(100'000, 'x'));
  const auto read_only = ::mount("tmpfs", at("small").c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0
                             ? writer_.create(at("small/b"), 0666)
                             : FileResult<FileHandle>(std::unexpected(FileFailure{FileTrouble::read_only, "skipped"}));
  ::umount(at("small").c_str());
  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().trouble, FileTrouble::full);
  ASSERT_FALSE(read_only);
  EXPECT_EQ(read_only.error().trouble, FileTrouble::read_only);
}

}  // namespace
}  // namespace milepost
