// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/folder_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;

TEST(FolderLayout, ExecPlanMilestonesBelongToThePlanTheirIdNames) {
  const Corpus corpus = Corpus::build({
      Doc("plans/keel/EP-20260117-014_keel.md", ItemKind::plan, "EP-20260117-014"),
      Doc("elsewhere/MS001.md", ItemKind::milestone, "EP-20260117-014/MS001"),
  });
  EXPECT_EQ(parent_of(corpus, "elsewhere/MS001.md"), "plans/keel/EP-20260117-014_keel.md");
}

TEST(FolderLayout, ExecPlanMilestonesBelongToThePlanInTheFolderAbove) {
  const Corpus corpus = Corpus::build({
      Doc("ep/keel/plan-of-keel.md", ItemKind::plan),
      Doc("ep/keel/milestones/active/MS002.md", ItemKind::milestone),
      Doc("ep/keel/milestones/archive/2026/02/03/MS001.md", ItemKind::milestone),
      Doc("ep/mast/milestones/active/MS001.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "ep/keel/milestones/active/MS002.md"), "ep/keel/plan-of-keel.md");
  EXPECT_EQ(parent_of(corpus, "ep/keel/milestones/archive/2026/02/03/MS001.md"), "ep/keel/plan-of-keel.md");
  EXPECT_EQ(parent_of(corpus, "ep/mast/milestones/active/MS001.md"), "-");
}

TEST(FolderLayout, TwoPlansAboveAreNoParentUnlessOneIsNamedLikeTheFolder) {
  const Corpus corpus = Corpus::build({
      Doc("ep/keel/one.md", ItemKind::plan),
      Doc("ep/keel/two.md", ItemKind::plan),
      Doc("ep/keel/milestones/MS001.md", ItemKind::milestone),
      Doc("ep/mast/mast.md", ItemKind::plan),
      Doc("ep/mast/notes.md", ItemKind::plan),
      Doc("ep/mast/milestones/MS001.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "ep/keel/milestones/MS001.md"), "-");
  EXPECT_EQ(parent_of(corpus, "ep/mast/milestones/MS001.md"), "ep/mast/mast.md");
}

TEST(FolderLayout, TasksBelongToTheSprintOfTheirFolder) {
  const Corpus corpus = Corpus::build({
      Doc(".simone/03_SPRINTS/S01_M01_Base/S01_sprint_meta.md", ItemKind::sprint),
      Doc(".simone/03_SPRINTS/S01_M01_Base/S01_sprint_plan.md", ItemKind::sprint),
      Doc(".simone/03_SPRINTS/S01_M01_Base/T01_S01_doors.md", ItemKind::task),
      Doc(".simone/03_SPRINTS/S01_M01_Base/completed/TX02_S01_roof.md", ItemKind::task),
      Doc(".simone/04_GENERAL_TASKS/T001_paint.md", ItemKind::task),
  });
  const std::string meta = ".simone/03_SPRINTS/S01_M01_Base/S01_sprint_meta.md";
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/S01_M01_Base/T01_S01_doors.md"), meta);
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/S01_M01_Base/completed/TX02_S01_roof.md"), meta);
  EXPECT_EQ(parent_of(corpus, ".simone/04_GENERAL_TASKS/T001_paint.md"), "-");
}

TEST(FolderLayout, TwoSprintsAlikeInAFolderHoldNoTask) {
  const Corpus corpus = Corpus::build({
      Doc("sprints/a.md", ItemKind::sprint),
      Doc("sprints/b.md", ItemKind::sprint),
      Doc("sprints/T01.md", ItemKind::task),
  });
  EXPECT_EQ(parent_of(corpus, "sprints/T01.md"), "-");
}

TEST(FolderLayout, SprintsBelongToTheMilestoneTheirFolderNames) {
  const Corpus corpus = Corpus::build({
      Doc(".simone/02_REQUIREMENTS/M01_Base/M01_milestone_meta.md", ItemKind::milestone),
      Doc(".simone/02_REQUIREMENTS/M01_Base/M01_PRD.md", ItemKind::milestone),
      Doc(".simone/02_REQUIREMENTS/M002_Roof/M002_milestone_meta.md", ItemKind::milestone),
      Doc(".simone/03_SPRINTS/S01_M01_Base/S01_sprint_meta.md", ItemKind::sprint),
      Doc(".simone/03_SPRINTS/M02_S01_Roof/S01_sprint_meta.md", ItemKind::sprint),
      Doc(".simone/03_SPRINTS/M01_Base/S02_Walls/S02_sprint_plan.md", ItemKind::sprint),
      Doc(".simone/03_SPRINTS/S09_M09_Gone/S09_sprint_meta.md", ItemKind::sprint),
  });
  const std::string base = ".simone/02_REQUIREMENTS/M01_Base/M01_milestone_meta.md";
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/S01_M01_Base/S01_sprint_meta.md"), base);
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/M01_Base/S02_Walls/S02_sprint_plan.md"), base);
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/M02_S01_Roof/S01_sprint_meta.md"),
            ".simone/02_REQUIREMENTS/M002_Roof/M002_milestone_meta.md");
  EXPECT_EQ(parent_of(corpus, ".simone/03_SPRINTS/S09_M09_Gone/S09_sprint_meta.md"), "-");
}

TEST(FolderLayout, SprintsOfOneTreeNeverBelongToAnother) {
  const Corpus corpus = Corpus::build({
      Doc("a/.simone/02_REQUIREMENTS/M01_x/M01_milestone_meta.md", ItemKind::milestone),
      Doc("b/.simone/03_SPRINTS/S01_M01_x/S01_sprint_meta.md", ItemKind::sprint),
  });
  EXPECT_EQ(parent_of(corpus, "b/.simone/03_SPRINTS/S01_M01_x/S01_sprint_meta.md"), "-");
}

TEST(FolderLayout, MilestonesOfANumberedTreeBelongToItsManifest) {
  const Corpus corpus = Corpus::build({
      Doc(".simone/00_PROJECT_MANIFEST.md", ItemKind::overview),
      Doc(".simone/02_REQUIREMENTS/M01_Base/M01_milestone_meta.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, ".simone/02_REQUIREMENTS/M01_Base/M01_milestone_meta.md"),
            ".simone/00_PROJECT_MANIFEST.md");
}

TEST(FolderLayout, InitiativeMilestonesBelongToTheReadmeBesideThem) {
  const Corpus corpus = Corpus::build({
      Doc("docs/milestones/README.md", ItemKind::overview),
      Doc("docs/milestones/_active/harbour/README.md", ItemKind::plan),
      Doc("docs/milestones/_active/harbour/milestone-1.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "docs/milestones/_active/harbour/milestone-1.md"),
            "docs/milestones/_active/harbour/README.md");
  EXPECT_EQ(parent_of(corpus, "docs/milestones/_active/harbour/README.md"), "docs/milestones/README.md");
  EXPECT_EQ(parent_of(corpus, "docs/milestones/README.md"), "-");
}

TEST(FolderLayout, MilestonesBelongToTheIndexBesideOrAboveThem) {
  const Corpus corpus = Corpus::build({
      Doc("docs/milestones/index.md", ItemKind::overview),
      Doc("docs/milestones/M1.md", ItemKind::milestone),
      Doc("docs/milestones/completed/M0.md", ItemKind::milestone),
      Doc("docs/milestones/ideas/M9.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "docs/milestones/M1.md"), "docs/milestones/index.md");
  EXPECT_EQ(parent_of(corpus, "docs/milestones/completed/M0.md"), "docs/milestones/index.md");
  EXPECT_EQ(parent_of(corpus, "docs/milestones/ideas/M9.md"), "-");
}

TEST(FolderLayout, AnUnrelatedPlanInAFolderIsNoIndex) {
  const Corpus corpus = Corpus::build({
      Doc("docs/trackers/complete/2025-11-05/MILESTONE_A.md", ItemKind::milestone),
      Doc("docs/trackers/complete/2025-11-05/MIGRATION_PLAN.md", ItemKind::plan),
  });
  EXPECT_EQ(parent_of(corpus, "docs/trackers/complete/2025-11-05/MILESTONE_A.md"), "-");
}

TEST(FolderLayout, OddPathsAreNoTrouble) {
  const Corpus corpus = Corpus::build({
      Doc("", ItemKind::task),
      Doc("/s/", ItemKind::sprint),
      Doc("02_REQUIREMENTS/M1", ItemKind::milestone),
      Doc("03_sprints/x.md", ItemKind::sprint),
      Doc("a//b///c.md", ItemKind::milestone, "/"),
      Doc("milestones/x.md", ItemKind::milestone, "x/"),
  });
  for (const ItemKey key : corpus.all_items()) EXPECT_EQ(place_of(corpus, corpus.links(key).parent), "-");
}

}  // namespace
}  // namespace milepost
