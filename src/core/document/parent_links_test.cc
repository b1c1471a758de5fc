// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Who is whose parent: each source of a parent alone, then which of two wins. The rules of place have their own test in
// folder_layout_test.cc.
#include "core/document/parent_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(ParentLinks, StatedById) {
  const Corpus corpus = Corpus::build({
      Doc("plans/keel.md", ItemKind::plan, "EP-20260117-014"),
      Doc("work/one.md", ItemKind::milestone, "A1").parent(named("ep-20260117-014")),
  });
  EXPECT_EQ(parent_of(corpus, "work/one.md"), "plans/keel.md");
  EXPECT_THAT(children_of(corpus, "plans/keel.md"), ElementsAre("work/one.md"));
}

TEST(ParentLinks, StatedByPath) {
  const Corpus corpus = Corpus::build({
      Doc("plans/keel.md", ItemKind::plan),
      Doc("work/one.md", ItemKind::milestone).parent(linked("plans/keel.md")),
  });
  EXPECT_EQ(parent_of(corpus, "work/one.md"), "plans/keel.md");
}

TEST(ParentLinks, AStatedNameMeansTheNearestBearer) {
  const Corpus corpus = Corpus::build({
      Doc("a/.simone/M01.md", ItemKind::milestone, "M01"),
      Doc("a/.simone/sprints/S01.md", ItemKind::sprint, "S01").parent(named("M1")),
      Doc("b/.simone/M01.md", ItemKind::milestone, "M01"),
      Doc("b/.simone/sprints/S01.md", ItemKind::sprint, "S01").parent(named("M1")),
  });
  EXPECT_EQ(parent_of(corpus, "a/.simone/sprints/S01.md"), "a/.simone/M01.md");
  EXPECT_EQ(parent_of(corpus, "b/.simone/sprints/S01.md"), "b/.simone/M01.md");
}

TEST(ParentLinks, AnOverviewThatBearsTheIdOfAMilestoneOnlySpeaksAboutIt) {
  const Corpus corpus = Corpus::build({
      Doc("req/M01.md", ItemKind::milestone, "M01"),
      Doc("sprints/M01/sprint_overview.md", ItemKind::overview, "M01"),
      Doc("sprints/M01/S01.md", ItemKind::sprint, "S01").parent(named("M01")),
  });
  EXPECT_EQ(parent_of(corpus, "sprints/M01/S01.md"), "req/M01.md");
  const auto found = corpus.find("M01");
  ASSERT_TRUE(found);
  EXPECT_EQ(place_of(corpus, *found), "req/M01.md");
}

TEST(ParentLinks, OfTwoEquallyNearBearersNoneIsGuessed) {
  const Corpus corpus = Corpus::build({
      Doc("docs/M1-copy.md", ItemKind::milestone, "M1"),
      Doc("docs/M1.md", ItemKind::milestone, "M1"),
      Doc("docs/README.md", ItemKind::overview),
      Doc("docs/S1.md", ItemKind::sprint, "S1").parent(named("M1")),
  });
  EXPECT_EQ(parent_of(corpus, "docs/S1.md"), "-");
}

TEST(ParentLinks, OfEquallyNearBearersTheOneThatStandsHigherIsMeant) {
  const Corpus corpus = Corpus::build({
      Doc("docs/M1-tasks.md", ItemKind::task, "M1"),
      Doc("docs/M1.md", ItemKind::milestone, "M1"),
      Doc("docs/S1.md", ItemKind::sprint, "S1").parent(named("M1")),
  });
  EXPECT_EQ(parent_of(corpus, "docs/S1.md"), "docs/M1.md");
}

TEST(ParentLinks, ListedByPathInAnIndex) {
  const Corpus corpus = Corpus::build({
      Doc("docs/plan.md", ItemKind::overview).children({linked("docs/ms/two.md"), linked("docs/ms/one.md")}),
      Doc("docs/ms/one.md", ItemKind::milestone),
      Doc("docs/ms/two.md", ItemKind::milestone),
  });
  EXPECT_THAT(children_of(corpus, "docs/plan.md"), ElementsAre("docs/ms/two.md", "docs/ms/one.md"));
}

TEST(ParentLinks, ListedByIdInsideThePlan) {
  const Corpus corpus = Corpus::build({
      Doc("a/plan.md", ItemKind::plan, "EP-1").children({named("MS002"), named("MS001")}),
      Doc("a/x/1.md", ItemKind::milestone, "EP-1/MS001"),
      Doc("a/x/2.md", ItemKind::milestone, "EP-1/MS002"),
      Doc("b/x/1.md", ItemKind::milestone, "EP-2/MS001"),
  });
  EXPECT_THAT(children_of(corpus, "a/plan.md"), ElementsAre("a/x/2.md", "a/x/1.md"));
  EXPECT_EQ(parent_of(corpus, "b/x/1.md"), "-");
}

TEST(ParentLinks, ABrokenLinkIsFollowedByItsId) {
  const Corpus corpus = Corpus::build({
      Doc("ROADMAP.md", ItemKind::overview).children({linked("docs/M1.md", "M1")}),
      Doc("docs/done/M1.md", ItemKind::milestone, "M1"),
  });
  EXPECT_EQ(parent_of(corpus, "docs/done/M1.md"), "ROADMAP.md");
}

TEST(ParentLinks, HeadingsBelongToTheirFile) {
  const Corpus corpus = Corpus::build({
      Doc("MILESTONES.md", ItemKind::overview)
          .holds(make_item(ItemKind::milestone, "M1"), 5, {10, 100})
          .holds(make_item(ItemKind::phase, "P1"), 9, {40, 70})
          .holds(make_item(ItemKind::phase, "P2"), 12, {70, 100})
          .holds(make_item(ItemKind::milestone, "M2"), 20, {100, 200}),
  });
  EXPECT_EQ(parent_of(corpus, "MILESTONES.md", 1), "MILESTONES.md");
  EXPECT_EQ(parent_of(corpus, "MILESTONES.md", 2), "MILESTONES.md:5");
  EXPECT_EQ(parent_of(corpus, "MILESTONES.md", 3), "MILESTONES.md:5");
  EXPECT_EQ(parent_of(corpus, "MILESTONES.md", 4), "MILESTONES.md");
  EXPECT_THAT(children_of(corpus, "MILESTONES.md"), ElementsAre("MILESTONES.md:5", "MILESTONES.md:20"));
}

TEST(ParentLinks, ChildrenByLineKeepTheirStatedOrder) {
  const Corpus corpus = Corpus::build({
      Doc("MILESTONES.md", ItemKind::overview)
          .children({at_line("MILESTONES.md", 20), at_line("MILESTONES.md", 5)})
          .holds(make_item(ItemKind::milestone), 5)
          .holds(make_item(ItemKind::milestone), 20),
  });
  EXPECT_THAT(children_of(corpus, "MILESTONES.md"), ElementsAre("MILESTONES.md:20", "MILESTONES.md:5"));
}

TEST(ParentLinks, TheOwnFileIsStrongerThanARoadmapElsewhere) {
  const Corpus corpus = Corpus::build({
      Doc("MILESTONES.md", ItemKind::overview).holds(make_item(ItemKind::milestone, "M1"), 5),
      Doc("ROADMAP.md", ItemKind::overview).children({named("M1")}),
  });
  EXPECT_EQ(parent_of(corpus, "MILESTONES.md", 1), "MILESTONES.md");
  EXPECT_THAT(children_of(corpus, "ROADMAP.md"), IsEmpty());
}

TEST(ParentLinks, WhatTheChildSaysIsStrongerThanWhatAnIndexSays) {
  const Corpus corpus = Corpus::build({
      Doc("docs/README.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/M1.md", ItemKind::milestone, "M1").parent(named("P9")),
      Doc("plans/P9.md", ItemKind::plan, "P9"),
  });
  EXPECT_EQ(parent_of(corpus, "docs/M1.md"), "plans/P9.md");
}

TEST(ParentLinks, ATaskThatStatesItsMilestoneBelongsToTheSprintOfItsFolder) {
  const Corpus corpus = Corpus::build({
      Doc("s/M01.md", ItemKind::milestone, "M01"),
      Doc("s/M02.md", ItemKind::milestone, "M02"),
      Doc("s/S01_x/S01_meta.md", ItemKind::sprint, "S01").parent(named("M01")),
      Doc("s/S01_x/T01.md", ItemKind::task, "T01").parent(named("M01")),
      Doc("s/S01_x/T02.md", ItemKind::task, "T02").parent(named("M02")),
  });
  EXPECT_EQ(parent_of(corpus, "s/S01_x/T01.md"), "s/S01_x/S01_meta.md");
  EXPECT_EQ(parent_of(corpus, "s/S01_x/T02.md"), "s/M02.md");
}

TEST(ParentLinks, AnUnknownStatedParentLeavesTheOtherSources) {
  const Corpus corpus = Corpus::build({
      Doc("docs/README.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/M1.md", ItemKind::milestone, "M1").parent(named("P9")),
  });
  EXPECT_EQ(parent_of(corpus, "docs/M1.md"), "docs/README.md");
}

TEST(ParentLinks, TheNearestIndexWins) {
  const Corpus corpus = Corpus::build({
      Doc("ROADMAP.md", ItemKind::overview).children({linked("docs/ms/M1.md")}),
      Doc("docs/ms/README.md", ItemKind::overview).children({linked("docs/ms/M1.md")}),
      Doc("docs/ms/M1.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "docs/ms/M1.md"), "docs/ms/README.md");
}

TEST(ParentLinks, OfEquallyNearIndexesTheLowerKindWins) {
  const Corpus corpus = Corpus::build({
      Doc("s/00_MANIFEST.md", ItemKind::overview).children({linked("s/03/S1.md"), linked("s/02/M1.md")}),
      Doc("s/02/M1.md", ItemKind::milestone).children({linked("s/03/S1.md")}),
      Doc("s/03/S1.md", ItemKind::sprint),
  });
  EXPECT_EQ(parent_of(corpus, "s/03/S1.md"), "s/02/M1.md");
  EXPECT_EQ(parent_of(corpus, "s/02/M1.md"), "s/00_MANIFEST.md");
}

TEST(ParentLinks, TwoIndexesAlikeGiveNoParent) {
  const Corpus corpus = Corpus::build({
      Doc("docs/a-list.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/b-list.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/M1.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "docs/M1.md"), "-");
}

TEST(ParentLinks, TheLayoutDecidesBetweenTwoIndexesThatBothList) {
  const Corpus corpus = Corpus::build({
      Doc("docs/README.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/status.md", ItemKind::overview).children({linked("docs/M1.md")}),
      Doc("docs/M1.md", ItemKind::milestone),
  });
  EXPECT_EQ(parent_of(corpus, "docs/M1.md"), "docs/README.md");
}

TEST(ParentLinks, AListedItemOfAHigherKindIsNoChild) {
  const Corpus corpus = Corpus::build({
      Doc("docs/M1.md", ItemKind::milestone, "M1").children({linked("plans/P.md"), named("P")}),
      Doc("plans/P.md", ItemKind::plan, "P"),
  });
  EXPECT_EQ(parent_of(corpus, "plans/P.md"), "-");
}

TEST(ParentLinks, ACircleIsCutAtItsWeakestLink) {
  const Corpus corpus = Corpus::build({
      Doc("a.md", ItemKind::plan, "A").parent(named("C")),
      Doc("b.md", ItemKind::plan, "B").parent(named("A")),
      Doc("c.md", ItemKind::plan, "C"),
      Doc("d.md", ItemKind::plan, "D").children({linked("c.md")}).parent(named("B")),
  });
  EXPECT_EQ(parent_of(corpus, "a.md"), "c.md");
  EXPECT_EQ(parent_of(corpus, "b.md"), "a.md");
  EXPECT_EQ(parent_of(corpus, "d.md"), "b.md");
  EXPECT_EQ(parent_of(corpus, "c.md"), "-");
}

TEST(ParentLinks, NobodyIsTheirOwnParent) {
  const Corpus corpus = Corpus::build({
      Doc("a.md", ItemKind::plan, "A").parent(named("a")).children({linked("a.md"), named("A"), at_line("a.md", 1)}),
      Doc("b.md", ItemKind::plan, "B").parent(linked("b.md")),
      Doc("x.md", ItemKind::plan, "X").parent(named("Y")),
      Doc("y.md", ItemKind::plan, "Y").parent(named("X")),
  });
  EXPECT_EQ(parent_of(corpus, "a.md"), "-");
  EXPECT_EQ(parent_of(corpus, "b.md"), "-");
  EXPECT_EQ(parent_of(corpus, "x.md"), "y.md");
  EXPECT_EQ(parent_of(corpus, "y.md"), "-");
}

}  // namespace
}  // namespace milepost
