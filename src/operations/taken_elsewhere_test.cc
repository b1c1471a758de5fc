// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/taken_elsewhere.h"

#include <gmock/gmock.h>

#include "operations/session.h"
#include "support/files/memory_file_system.h"
#include "support/git/scripted_git.h"

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class TakenElsewhere : public ::testing::Test {
 protected:
  TakenElsewhere() {
    files_.write("/repo/.git/HEAD", "ref: refs/heads/main\n");
    files_.write("/repo/docs/milestones/M01-quay.md", "# M01: Quay\n\n**Status:** Planned\n");
    git_.all_refs = {{"refs/heads/main", "a"}};
  }

  Session make_session(const std::string& root = "/repo") {
    SessionOptions options{{}, {}, *Date::from_iso("2026-01-15")};
    options.workspace.start_directory = root;
    options.scan.threads = 1;
    options.git = &git_;
    return {files_, std::move(options)};
  }
  Result<TakenNumbers> find(const std::string& root = "/repo") {
    Session session = make_session(root);
    const auto sequence = IdSequence::parse("M{number:2}", {"docs/milestones", {}});
    TakenNumbers taken;
    if (auto added = add_taken_elsewhere(session, *sequence, taken); !added) return std::unexpected(added.error());
    return taken;
  }
  std::string where(std::uint32_t number, const std::string& root = "/repo") {
    const auto taken = find(root);
    const std::string* found = taken ? taken->find(number) : nullptr;
    return found == nullptr ? "free" : *found;
  }

  MemoryFileSystem files_;
  ScriptedGit git_;
};

TEST_F(TakenElsewhere, UntrackedFilesOfThisWorkTreeCount) {
  files_.write("/repo/docs/milestones/drafts/M04-crane.md", "not yet a milestone\n");
  EXPECT_EQ(where(4), "docs/milestones/drafts/M04-crane.md");
  EXPECT_EQ(where(2), "free");
}

TEST_F(TakenElsewhere, EveryCommitOfEveryRefCounts) {
  git_.added_by = {{"a", {"docs/milestones/M07-gone.md", "other/M09.md"}}};
  EXPECT_EQ(where(7), "docs/milestones/M07-gone.md in another commit");
  EXPECT_EQ(where(9), "free");
}

TEST_F(TakenElsewhere, UntrackedFilesOfOtherWorkTreesCount) {
  files_.write("/repo/.git/worktrees/w/gitdir", "/w/.git\n");
  files_.write("/w/docs/milestones/M05-mole.md", "x\n");
  files_.write("/repo/.git/worktrees/gone/gitdir", "/gone/.git\n");
  EXPECT_EQ(where(5), "docs/milestones/M05-mole.md in /w");
}

TEST_F(TakenElsewhere, ARootBelowTheTopLooksAtItsOwnPart) {
  files_.write("/repo/harbour/milepost.toml", "");
  files_.write("/repo/harbour/docs/milestones/M01-a.md", "# M01: A\n");
  files_.write("/repo/.git/worktrees/w/gitdir", "/w/.git\n");
  files_.write("/w/harbour/docs/milestones/M05-mole.md", "x\n");
  files_.write("/w/docs/milestones/M06.md", "x\n");
  git_.added_by = {{"a", {"harbour/docs/milestones/M07.md", "docs/milestones/M08.md"}}};
  const std::string root = "/repo/harbour";
  EXPECT_EQ(where(5, root), "docs/milestones/M05-mole.md in /w/harbour");
  EXPECT_EQ(where(7, root), "docs/milestones/M07.md in another commit");
  EXPECT_EQ(where(6, root), "free");
  EXPECT_EQ(where(8, root), "free");
}

TEST_F(TakenElsewhere, IdsThatStandOnlyInsideAreLookedForInEveryVersion) {
  files_.write(
      "/repo/docs/milestones/MILESTONES.md",
      "# Milestones\n\n## M2: Mole\n\n**Status:** Done\n\n- [x] a\n\n## M3: Crane\n\n**Status:** Planned\n\n- [ ] b\n");
  git_.versions = {{"docs/milestones/MILESTONES.md", "b1"}, {"docs/milestones/MILESTONES.md", "b2"}};
  git_.blobs = {{"b1", "# Milestones\n\n## M12: Pier\n"}, {"b2", "## M02: Mole\n"}};
  files_.write("/repo/.git/worktrees/w/gitdir", "/w/.git\n");
  files_.write("/w/docs/milestones/MILESTONES.md", "## M11 - Lock\n");
  EXPECT_EQ(where(12), "docs/milestones/MILESTONES.md in another commit");
  EXPECT_EQ(where(11), "docs/milestones/MILESTONES.md in /w");
}

TEST_F(TakenElsewhere, NamesAloneCostNoFurtherQuestion) {
  ASSERT_TRUE(find());
  EXPECT_THAT(git_.questions, ElementsAre("refs", "added_paths 1"));
  git_.questions.clear();
  ASSERT_TRUE(find());
  EXPECT_THAT(git_.questions, ElementsAre("refs"));
}

TEST_F(TakenElsewhere, ManyRefsAndWorkTreesCostNoMoreQuestions) {
  for (int i = 0; i < 50; ++i) {
    const std::string tree = "w" + std::to_string(i);
    files_.write("/repo/.git/worktrees/" + tree + "/gitdir", "/" + tree + "/.git\n");
    files_.write("/" + tree + "/docs/milestones/M01-quay.md", "x\n");
  }
  files_.write("/w49/docs/milestones/M08-new.md", "x\n");
  for (int i = 0; i < 5000; ++i) git_.all_refs.push_back({"refs/heads/b" + std::to_string(i), std::to_string(i)});
  git_.added_by = {{"a", {"docs/milestones/M01-quay.md"}}};
  EXPECT_EQ(where(8), "docs/milestones/M08-new.md in /w49");
  EXPECT_THAT(git_.questions, ElementsAre("refs", "added_paths 5001"));
  git_.questions.clear();
  EXPECT_EQ(where(1), "docs/milestones/M01-quay.md");
  EXPECT_THAT(git_.questions, ElementsAre("refs"));
}

TEST_F(TakenElsewhere, AReservationCountsWhenItsFileIsGone) {
  Session session = make_session();
  ASSERT_TRUE(reserve_id(session, "M06", "docs/milestones/M06-lamp.md"));
  EXPECT_THAT(where(6), HasSubstr("docs/milestones/M06-lamp.md"));
}

TEST_F(TakenElsewhere, WhatCanNotBeLookedUpIsAnError) {
  git_.failure = Error{ErrorKind::git, "git says no", std::nullopt, {}, {}};
  const auto taken = find();
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().kind, ErrorKind::git);
  EXPECT_THAT(taken.error().frames, ElementsAre("while looking where the id may be taken"));
}

TEST_F(TakenElsewhere, AFolderWithoutARepositoryHasOnlyItsFiles) {
  files_.write("/notes/milepost.toml", "");
  files_.write("/notes/docs/milestones/M03.md", "x\n");
  EXPECT_EQ(where(3, "/notes"), "docs/milestones/M03.md");
  Session session = make_session("/notes");
  EXPECT_TRUE(reserve_id(session, "M04", "docs/milestones/M04.md"));
  EXPECT_TRUE(git_.questions.empty());
}

TEST_F(TakenElsewhere, ASuffixIsDrawnOnlyWhenItIsWanted) {
  Session plain = make_session();
  EXPECT_EQ(choose_suffix_seed(plain, std::nullopt).value(), std::nullopt);
  EXPECT_EQ(choose_suffix_seed(plain, 7).value(), 7U);
  files_.write("/repo/milepost.toml", "[ids]\nsuffix = \"random\"\n");
  Session random = make_session();
  EXPECT_TRUE(choose_suffix_seed(random, std::nullopt).value());
}

}  // namespace
}  // namespace milepost
