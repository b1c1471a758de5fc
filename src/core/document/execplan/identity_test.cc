// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/execplan/identity.h"

#include <gtest/gtest.h>

namespace milepost::execplan {
namespace {

TEST(ExecplanIdentity, IdsAreExact) {
  EXPECT_TRUE(is_plan_id("EP-20260117-014"));
  EXPECT_FALSE(is_plan_id("ep-20260117-014"));
  EXPECT_FALSE(is_plan_id("EP-20260117-0144"));
  EXPECT_TRUE(is_milestone_id("EP-20260117-014/MS003"));
  EXPECT_FALSE(is_milestone_id("EP-20260117-014/MS03"));
}

TEST(ExecplanIdentity, ThePlanStandsInTheName) {
  EXPECT_EQ(plan_id_of_name("EP-20260117-014_quay.md"), "EP-20260117-014");
  EXPECT_EQ(plan_id_of_name("EP-20260117-014.md"), "EP-20260117-014");
  EXPECT_EQ(plan_id_of_name("EP-20260117-0145.md"), "");
}

TEST(ExecplanIdentity, MilestonesHaveShortAndLongNames) {
  EXPECT_EQ(parse_milestone_name("MS003_quay.md")->sequence, 3);
  EXPECT_EQ(parse_milestone_name("EP-20260117-014_MS003_quay.md")->plan_id, "EP-20260117-014");
  EXPECT_EQ(parse_milestone_name("MS000.md")->sequence, 0);
  for (const char* name : {"ms003_quay.md", "MS3.md", "MS003_a.draft.md", "MS003__.md", "MS003_quay.txt", "MS0034.md"})
    EXPECT_FALSE(parse_milestone_name(name)) << name;
}

TEST(ExecplanIdentity, PathsSayWhatIsOver) {
  EXPECT_EQ(milestone_stage("active/quay/milestones/active/MS001_a.md"), Stage::active);
  EXPECT_EQ(milestone_stage("quay/milestones/archive/2026/01/31/EP-20260117-014_MS001_a.md"), Stage::completed);
  EXPECT_EQ(milestone_stage("quay/milestones/completed/MS001_a.md"), std::nullopt);
  EXPECT_TRUE(is_completed_path("complete/2026/01/31/EP-20260117-014_quay/EP-20260117-014_quay.md"));
  EXPECT_FALSE(is_completed_path("complete/2026/13/31/EP-20260117-014_quay/EP-20260117-014_quay.md"));
  EXPECT_TRUE(is_completed_path("quay/archive/EP-20260117-014_quay.md"));
  EXPECT_FALSE(is_completed_path("active/quay/EP-20260117-014_quay.md"));
}

TEST(ExecplanIdentity, PlansMayBeCalledAsTheFoldersAre) {
  for (const char* slug : {"archive", "complete", "completed"}) {
    const std::string name = std::string(slug) + "/EP-20260117-014_" + slug + ".md";
    EXPECT_FALSE(is_completed_path(name)) << name;
    EXPECT_EQ(layout_of(name), Layout::seed) << name;
    EXPECT_EQ(home_of_plan(name), slug);
    EXPECT_FALSE(is_completed_path("active/" + name)) << name;
    EXPECT_EQ(home_of_plan("active/" + name), std::string("active/") + slug);
  }
  EXPECT_FALSE(is_completed_path("active/EP-20260117-014_active.md"));
  EXPECT_EQ(home_of_plan("active/EP-20260117-014_active.md"), "active");
  const char* const over = "milestones/archive/EP-20260117-014_milestones.md";
  EXPECT_TRUE(is_plan_path(over));
  EXPECT_TRUE(is_completed_path(over));
  EXPECT_EQ(milestone_stage(over), std::nullopt);
}

TEST(ExecplanIdentity, PlansAreNotMilestones) {
  EXPECT_TRUE(is_plan_path("quay/EP-20260117-014_quay.md"));
  EXPECT_FALSE(is_plan_path("quay/milestones/active/EP-20260117-014_MS001_a.md"));
  EXPECT_EQ(home_of_plan("active/quay/EP-20260117-014_quay.md"), "active/quay");
  EXPECT_EQ(home_of_plan("quay/complete/EP-20260117-014_quay.md"), "quay");
  EXPECT_EQ(home_of_milestone("active/quay/milestones/active/MS001_a.md"), "active/quay");
  EXPECT_EQ(layout_of("quay/EP-20260117-014_quay.md"), Layout::seed);
  EXPECT_EQ(layout_of("active/quay/EP-20260117-014_quay.md"), Layout::current);
}

TEST(ExecplanIdentity, SlugsAreAscii) {
  EXPECT_EQ(make_slug("  Build the   Quay!  "), "build-the-quay");
  EXPECT_EQ(make_slug("\xC3\x9Cn\xC3\xAF"
                      "code & Co__-"),
            "n-code-co");
  EXPECT_EQ(make_slug("\xE6\x97\xA5\xE6\x9C\xAC"), "");
  EXPECT_EQ(make_slug("../../etc/passwd"), "etc-passwd");
}

}  // namespace
}  // namespace milepost::execplan
