// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The one law of the cache: with it and without it, a scan gives the same answer, whatever happened to the tree.
#include "workspace/scan_cache.h"

#include <gtest/gtest.h>

#include <random>

#include "support/files/memory_file_system.h"
#include "workspace/summary_codec.h"
#include "workspace/workspace.h"

namespace milepost {
namespace {

std::string make_milestone(int number) {
  return "# Milestone " + std::to_string(number) + ": Walk\n\n**Status:** Planned " + std::to_string(number) + "\n";
}

// Everything that a scan says, as text.
std::string to_answer(const ScanResult& result) {
  std::string answer;
  for (const DocumentSummary& document : result.corpus.documents()) {
    answer += document.path + '\n';
    encode_summary(document, answer);
    answer += '\n';
  }
  for (const Finding& problem : result.problems) {
    answer += std::string(problem.id) + ' ' + problem.path + ' ' + std::to_string(problem.line) + ' ' +
              problem.message + '\n';
  }
  const ScanStatistics& counts = result.statistics;
  for (const auto count : {counts.directories, counts.files_seen, counts.left_out, counts.nested_repositories}) {
    answer += std::to_string(count) + ' ';
  }
  return answer;
}

class ScanCacheTest : public testing::Test {
 protected:
  Workspace open() {
    WorkspaceOptions options;
    options.start_directory = "/w";
    options.cache_directory = "/cache";
    options.build_id = build_;
    options.overrides = overrides_;
    auto workspace = Workspace::open(files_, options);
    EXPECT_TRUE(workspace);
    return *std::move(workspace);
  }

  ScanResult scan(bool use_cache, unsigned threads = 2) {
    ScanOptions options;
    options.use_cache = use_cache;
    options.threads = threads;
    auto result = open().scan(options);
    EXPECT_TRUE(result);
    return *std::move(result);
  }

  void expect_same_answer(const std::string& what) {
    const std::string cached = to_answer(scan(true));
    ASSERT_EQ(cached, to_answer(scan(false))) << what;
  }

  void plan(const std::string& path, int number) { files_.write("/w/" + path, make_milestone(number)); }

  MemoryFileSystem files_;
  std::string build_ = "one";
  std::vector<ConfigOverride> overrides_;
};

TEST_F(ScanCacheTest, UnchangedDocumentsAreNotReadAgain) {
  plan("docs/milestones/M1-a.md", 1);
  plan("docs/milestones/M2-b.md", 2);
  files_.write("/w/README.md", "nothing\n");
  EXPECT_EQ(scan(true).statistics.files_from_cache, 0U);
  const ScanResult second = scan(true);
  EXPECT_EQ(second.statistics.files_read, 0U);
  EXPECT_GE(second.statistics.files_from_cache, 2U);
  plan("docs/milestones/M1-a.md", 3);
  const ScanResult third = scan(true);
  EXPECT_EQ(third.statistics.files_read, 1U);
  EXPECT_EQ(to_answer(third), to_answer(scan(false)));
}

TEST_F(ScanCacheTest, AnUnchangedTreeIsNotWrittenAgain) {
  plan("docs/milestones/M1-a.md", 1);
  static_cast<void>(scan(true));
  const std::int64_t before = files_.now_ns();
  static_cast<void>(scan(true));
  EXPECT_EQ(files_.now_ns(), before);  // a write moves this clock
}

TEST_F(ScanCacheTest, ChangesWithinTheTickOfTheScanAreSeen) {
  files_.set_step(0);  // everything happens at one instant
  plan("docs/milestones/M1-a.md", 1);
  static_cast<void>(scan(true));
  plan("docs/milestones/M1-a.md", 2);  // same size, same stamp
  expect_same_answer("same instant");
  files_.tick(3'000'000'000);
  expect_same_answer("settled");
  EXPECT_EQ(scan(true).statistics.files_read, 0U);
}

TEST_F(ScanCacheTest, FutureStampsNeverCount) {
  plan("docs/milestones/M1-a.md", 1);
  files_.set_modified("/w/docs/milestones/M1-a.md", files_.now_ns() + 1'000'000'000'000);
  static_cast<void>(scan(true));
  EXPECT_EQ(scan(true).statistics.files_read, 1U);
}

TEST_F(ScanCacheTest, AnotherBuildOrSettingIsAnotherCache) {
  plan("docs/milestones/M1-a.md", 1);
  plan("old/milestones/M2-b.md", 2);
  static_cast<void>(scan(true));
  build_ = "two";
  EXPECT_EQ(scan(true).statistics.files_from_cache, 0U);
  overrides_ = {{"scan.exclude", "old/", ConfigOrigin::flag, ""}};
  EXPECT_EQ(scan(true).corpus.documents().size(), 1U);
}

TEST_F(ScanCacheTest, ChangedIgnoreListsAreSeen) {
  plan("docs/deep/milestones/M1-a.md", 1);
  plan("docs/deep/milestones/M2-b.md", 2);
  files_.write("/w/docs/.gitignore", "nothing-here\n");
  static_cast<void>(scan(true));
  files_.write("/w/docs/.gitignore", "M1-a.md\n");  // in place: no folder changes
  EXPECT_EQ(scan(true).corpus.documents().size(), 1U);
  files_.write("/w/docs/.gitignore", "M2-b.md\n");
  EXPECT_EQ(scan(true).corpus.documents()[0].path, "docs/deep/milestones/M1-a.md");
  files_.remove("/w/docs/.gitignore");
  EXPECT_EQ(scan(true).corpus.documents().size(), 2U);
}

TEST_F(ScanCacheTest, ABrokenCacheFileIsIgnoredAndReplaced) {
  plan("docs/milestones/M1-a.md", 1);
  const std::string answer = to_answer(scan(true));
  const auto folder = files_.open_directory("/cache/scan");
  ASSERT_TRUE(folder);
  EntryList entries;
  ASSERT_TRUE((*folder)->list(entries));
  ASSERT_EQ(entries.entries().size(), 1U);
  const std::string path = "/cache/scan/" + std::string(entries.name(entries.entries()[0]));
  std::string bytes = files_.bytes_of(path);
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, bytes.size() / 2, bytes.size() - 1}) {
    files_.write(path, bytes.substr(0, size));
    EXPECT_EQ(to_answer(scan(true)), answer);
    EXPECT_EQ(scan(true).statistics.files_read, 0U);
  }
  files_.remove(path);
  EXPECT_EQ(to_answer(scan(true)), answer);
}

// Random changes of every sort; after each few, both scans must agree.
class TreeChanger {
 public:
  TreeChanger(MemoryFileSystem& files, unsigned seed) : files_(files), random_(seed) {}

  std::string change() {
    const std::string path = make_path();
    switch (pick(11)) {
      case 0:
        files_.remove(path);
        return "remove " + path;
      case 1:
        files_.remove(folder_of(path));
        return "remove folder of " + path;
      case 2: {
        const std::string to = make_path();
        if (!is_itself(path) || exists(to) || !fits(to) || is_dead_link(to) || to.starts_with(path)) return "";
        files_.move(path, to);
        return "move " + path + " " + to;
      }
      case 3:
        return write(folder_of(path) + "/.gitignore", pick(2) == 0 ? "M1-a.md\n" : "b/\n!M2.md\n");
      case 4:
        files_.remove(folder_of(path) + "/.gitignore");
        return "unignore";
      case 5:
        if (!exists(path) && fits(path) && !is_dead_link(path))
          files_.make_link(path, pick(2) == 0 ? "../M2.md" : "/outside");
        return "link " + path;
      case 6:
        if (is_itself(path)) files_.deny(path);
        return "deny " + path;
      case 7:
        files_.tick(pick(4) * 1'000'000'000LL);
        return "tick";
      case 8:
        if (is_itself(path)) files_.set_modified(path, files_.now_ns() - pick(10) * 1'000'000'000LL);
        return "touch " + path;
      case 9:
        return write(folder_of(path) + "/.git", "gitdir: x");
      default:
        return write(path, make_milestone(pick(20)));
    }
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  bool exists(const std::string& path) const { return files_.stat(path).has_value(); }
  // Exists, and no link leads there.
  bool is_itself(const std::string& path) const { return files_.canonical(path) == path; }
  bool is_folder(const std::string& path) const {
    const auto stat = files_.stat(path);
    return stat && stat->kind == FileKind::directory;
  }
  // Whether a file can be put at `path`: nothing above it is a file or a link.
  bool fits(const std::string& path) const {
    const auto above = files_.canonical(folder_of(path));
    return !above ? folder_is_new(path) : *above == folder_of(path) && is_folder(folder_of(path));
  }
  bool folder_is_new(const std::string& path) const {
    std::string folder = folder_of(path);
    for (; !exists(folder); folder = folder_of(folder)) {
      if (is_dead_link(folder)) return false;
    }
    return is_folder(folder) && files_.canonical(folder) == folder;
  }
  std::string write(const std::string& path, const std::string& bytes) {
    const auto stat = files_.stat(path);
    const bool is_plain = stat && stat->kind == FileKind::file && is_itself(path);
    if (is_plain || (!stat && fits(path) && !is_dead_link(path))) files_.write(path, bytes);
    return "write " + path;
  }
  bool is_dead_link(const std::string& path) const {
    const auto folder = files_.open_directory(folder_of(path));
    return folder && (*folder)->stat(path.substr(path.rfind('/') + 1).c_str(), Links::keep).has_value();
  }
  static std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
  }
  std::string make_path() {
    static constexpr const char* kNames[] = {"a", "b", "milestones", "M1-a.md", "M2.md", "docs", "README.md", "build"};
    std::string path = "/w";
    for (int parts = 1 + pick(3); parts > 0; --parts) path += std::string("/") + kNames[pick(8)];
    return path + (pick(2) == 0 ? "/M1-a.md" : "/M3.md");
  }

  MemoryFileSystem& files_;
  std::mt19937 random_;
};

TEST_F(ScanCacheTest, SameAnswerAfterAnyChanges) {
  const char* wished = std::getenv("MILEPOST_ROUNDS");
  const unsigned rounds = wished != nullptr ? static_cast<unsigned>(std::atoi(wished)) : 6;
  for (unsigned seed = 0; seed < rounds && !HasFatalFailure(); ++seed) {
    files_.remove("/w");
    files_.make_folder("/w");
    files_.write("/outside", "x");
    files_.set_step(seed % 3 == 0 ? 300'000'000 : 10'000'000'000);
    TreeChanger changer(files_, seed);
    std::string story;
    for (int round = 0; round < 40 && !HasFatalFailure(); ++round) {
      for (int changes = 0; changes < 3; ++changes) story += changer.change() + "; ";
      expect_same_answer("seed " + std::to_string(seed) + ": " + story);
    }
  }
}

TEST_F(ScanCacheTest, BigFoldersKeepTheirFilesApart) {
  for (int number = 1000; number < 1600; ++number) plan("milestones/M" + std::to_string(number) + ".md", number);
  static_cast<void>(scan(true, 3));
  for (int number = 1000; number < 1600; number += 97) plan("milestones/M" + std::to_string(number) + ".md", 7);
  const ScanResult result = scan(true, 3);
  EXPECT_EQ(result.statistics.files_read, 7U);
  EXPECT_EQ(to_answer(result), to_answer(scan(false, 1)));
}

}  // namespace
}  // namespace milepost
