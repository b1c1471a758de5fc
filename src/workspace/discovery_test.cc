// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/discovery.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kMilestone = "# Milestone 1: Walk\n\n**Status:** Planned\n\n- [ ] one\n";

class DiscoveryTest : public testing::Test {
 protected:
  DiscoveryTest() { files_.make_folder("/w"); }

  void plan(const std::string& path) { files_.write("/w/" + path, kMilestone); }

  Discovered scan(unsigned threads = 2) {
    const PathFilter filter(SkippedFolders(skip_), IgnoreRules::from_patterns(include_),
                            IgnoreRules::from_patterns(exclude_));
    DiscoveryRequest request{files_, "/w", dialects_, filter, nullptr};
    request.limits = limits_;
    request.nested = nested_;
    request.threads = threads;
    auto found = discover(request);
    EXPECT_TRUE(found);
    return found ? *std::move(found) : Discovered{};
  }

  static std::vector<std::string> paths(const Discovered& found) {
    std::vector<std::string> all;
    for (const DocumentSummary& document : found.documents) all.push_back(document.path);
    return all;
  }
  static std::vector<std::string> problems(const Discovered& found) {
    std::vector<std::string> all;
    for (const Finding& problem : found.problems) all.push_back(std::string(problem.id) + ' ' + problem.path);
    return all;
  }

  MemoryFileSystem files_;
  LazyDialects dialects_;
  std::vector<std::string> skip_, include_, exclude_;
  DiscoveryLimits limits_{1U << 20U, 1000, 20};
  NestedRepositories nested_ = NestedRepositories::leave_out;
};

TEST_F(DiscoveryTest, FindsDocumentsInHiddenFoldersSorted) {
  plan("docs/milestones/M2-b.md");
  plan(".agent/milestones/M3-c.md");
  plan("docs/milestones/M1-a.MD");
  files_.write("/w/docs/milestones/M4.txt", kMilestone);
  const Discovered found = scan();
  EXPECT_THAT(paths(found),
              ElementsAre(".agent/milestones/M3-c.md", "docs/milestones/M1-a.MD", "docs/milestones/M2-b.md"));
  EXPECT_EQ(found.statistics.files_seen, 3U);
  EXPECT_EQ(found.statistics.files_read, 3U);
  EXPECT_EQ(found.statistics.directories, 5U);
}

TEST_F(DiscoveryTest, SkipsIgnoresExcludesAndTakesBack) {
  plan("node_modules/milestones/M1-a.md");
  plan("build/milestones/M2-b.md");
  plan("docs/milestones/M3-c.md");
  plan("docs/drafts/milestones/M4-d.md");
  plan("old/milestones/M5-e.md");
  files_.write("/w/.gitignore", "drafts/\n");
  skip_ = {"old"};
  EXPECT_THAT(paths(scan()), ElementsAre("docs/milestones/M3-c.md"));
  include_ = {"build/milestones/*.md", "docs/drafts/"};
  EXPECT_THAT(paths(scan()),
              ElementsAre("build/milestones/M2-b.md", "docs/drafts/milestones/M4-d.md", "docs/milestones/M3-c.md"));
  exclude_ = {"docs/"};
  EXPECT_THAT(paths(scan()), ElementsAre("build/milestones/M2-b.md"));
}

TEST_F(DiscoveryTest, NestedIgnoreListsHoldForTheirFolders) {
  files_.write("/w/.gitignore", "*.md\n");
  files_.write("/w/docs/.gitignore", "!/milestones/M1-a.md\n");
  plan("docs/milestones/M1-a.md");
  plan("docs/milestones/M2-b.md");
  plan("milestones/M1-a.md");
  EXPECT_THAT(paths(scan()), ElementsAre("docs/milestones/M1-a.md"));
}

TEST_F(DiscoveryTest, NestedRepositoriesAreWorkspacesOfTheirOwn) {
  plan("docs/milestones/M1-a.md");
  plan("sub/milestones/M2-b.md");
  files_.make_folder("/w/sub/.git");
  plan("tree/milestones/M3-c.md");
  files_.write("/w/tree/.git", "gitdir: /w/.git/worktrees/tree\n");
  Discovered found = scan();
  EXPECT_THAT(paths(found), ElementsAre("docs/milestones/M1-a.md"));
  EXPECT_EQ(found.statistics.nested_repositories, 2U);
  nested_ = NestedRepositories::read;
  found = scan();
  EXPECT_THAT(paths(found), ElementsAre("docs/milestones/M1-a.md", "sub/milestones/M2-b.md"));
  EXPECT_EQ(found.statistics.nested_repositories, 1U);
}

TEST_F(DiscoveryTest, LinksAreFollowedInsideOnceAndReportedOutside) {
  plan("docs/milestones/M1-a.md");
  plan("node_modules/x/milestones/M2-b.md");
  files_.write("/else/milestones/M3-c.md", kMilestone);
  files_.make_link("/w/again", "docs");  // all of it is met by its own name
  files_.make_link("/w/loop", ".");
  files_.make_link("/w/docs/up", "..");
  files_.make_link("/w/plans", "node_modules/x");  // else left out
  files_.make_link("/w/node_modules/x/self", "../x");
  files_.make_link("/w/docs/milestones/M9-z.md", "M1-a.md");
  files_.make_link("/w/else", "/else");
  files_.make_link("/w/dead.md", "nowhere.md");
  files_.make_link("/w/dead", "nowhere");
  const Discovered found = scan();
  EXPECT_THAT(paths(found), ElementsAre("docs/milestones/M1-a.md", "plans/milestones/M2-b.md"));
  EXPECT_THAT(problems(found), ElementsAre("MP002 dead.md", "MP018 else"));
}

TEST_F(DiscoveryTest, SpecialFilesAreNeverOpened) {
  files_.make_special("/w/docs/milestones/M1-pipe.md");
  files_.make_special("/w/fifo");
  files_.make_link("/w/docs/milestones/M2-link.md", "../../fifo");
  EXPECT_THAT(paths(scan()), IsEmpty());
  EXPECT_EQ(files_.count_special_reads(), 0);
}

TEST_F(DiscoveryTest, OneBadFileIsOneFinding) {
  plan("docs/milestones/M1-a.md");
  plan("docs/milestones/M2-denied.md");
  plan("closed/milestones/M3-c.md");
  files_.write("/w/docs/milestones/M4-huge.md", std::string(2000, 'x'));
  files_.deny("/w/docs/milestones/M2-denied.md");
  files_.deny("/w/closed");
  limits_.max_file_size = 1000;
  const Discovered found = scan();
  EXPECT_THAT(paths(found), ElementsAre("docs/milestones/M1-a.md"));
  EXPECT_THAT(problems(found),
              ElementsAre("MP002 closed", "MP002 docs/milestones/M2-denied.md", "MP003 docs/milestones/M4-huge.md"));
  EXPECT_EQ(found.statistics.left_out, 1U);
}

TEST_F(DiscoveryTest, CapsLeaveOutTheSameFilesEachTime) {
  for (int number = 10; number < 90; ++number) {
    plan("docs/f" + std::to_string(number % 7) + "/milestones/M" + std::to_string(number) + "-x.md");
  }
  limits_.max_files = 30;
  const Discovered first = scan(2);
  EXPECT_EQ(first.documents.size(), 30U);
  EXPECT_EQ(first.statistics.left_out, 50U);
  EXPECT_THAT(problems(first), ElementsAre("MP017 "));
  for (int round = 0; round < 5; ++round) EXPECT_EQ(paths(scan(3)), paths(first));
}

TEST_F(DiscoveryTest, FoldersBelowTheDepthCapAreOneFinding) {
  plan("a/b/c/d/milestones/M1-a.md");
  plan("a/milestones/M2-b.md");
  limits_.max_depth = 3;
  const Discovered found = scan();
  EXPECT_THAT(paths(found), ElementsAre("a/milestones/M2-b.md"));
  EXPECT_THAT(problems(found), ElementsAre("MP017 a/b/c/d"));
}

TEST_F(DiscoveryTest, BigFoldersAreSharedWithoutLoss) {
  for (int number = 1000; number < 2000; ++number) plan("docs/milestones/M" + std::to_string(number) + "-x.md");
  const Discovered alone = scan(1);
  EXPECT_EQ(alone.documents.size(), 1000U);
  EXPECT_EQ(paths(scan(4)), paths(alone));
}

TEST_F(DiscoveryTest, WhateverCallFailsTheOthersAreServed) {
  for (int number = 1; number < 6; ++number) plan("docs/f" + std::to_string(number) + "/milestones/M1-x.md");
  const int before = files_.count_calls();
  const std::size_t all = scan(1).documents.size();
  const int calls = files_.count_calls() - before;
  for (int call = 3; call <= calls; ++call) {  // the first two open and list the root
    files_.fail_call(call);
    const Discovered found = scan(1);
    EXPECT_TRUE(found.documents.size() == all || !found.problems.empty()) << call;
  }
}

TEST_F(DiscoveryTest, RootThatCanNotBeListedIsAnError) {
  const PathFilter filter(SkippedFolders{}, IgnoreRules{}, IgnoreRules{});
  const auto found = discover({files_, "/nowhere", dialects_, filter, nullptr});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, ErrorKind::io);
}

}  // namespace
}  // namespace milepost
