// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/destination.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/document/dialect_set.h"

namespace milepost {
namespace {

// "from > to", "" when nothing moves.
std::string place_of_plan(Step step, std::string_view path, std::string_view id, const char* dialect = "execplan",
                          const std::set<std::string>& present = {}) {
  const auto dialects = DialectSet::built_in();
  const auto named = std::ranges::find_if(dialects->dialects(), [&](const auto& one) { return one->name == dialect; });
  const Life& life = (*named)->life;
  const DestinationRequest request{path, id, ItemKind::plan, step, *Date::from_iso("2026-01-15")};
  const auto found =
      choose_destination(life, request, [&](const std::string& place) { return present.contains(place); });
  if (!found) return {};
  return found->move.from + " > " + found->move.to;
}

std::string place_of_milestone(Step step, std::string_view path, const char* dialect) {
  const auto dialects = DialectSet::built_in();
  const auto named = std::ranges::find_if(dialects->dialects(), [&](const auto& one) { return one->name == dialect; });
  const DestinationRequest request{path, {}, ItemKind::milestone, step, *Date::from_iso("2026-01-15")};
  const auto found = choose_destination((*named)->life, request, [](const std::string&) { return false; });
  return found ? found->move.to : std::string();
}

TEST(Destination, AFileInTheFolderOfSomeDayStaysThere) {
  const char* const done = "docs/trackers/complete/2026-01-02/MILESTONE_QUAY.md";
  EXPECT_EQ(place_of_milestone(Step::complete, "docs/trackers/MILESTONE_QUAY.md", "tracker"),
            "docs/trackers/complete/2026-01-15/MILESTONE_QUAY.md");
  EXPECT_EQ(place_of_milestone(Step::complete, done, "tracker"), "");
  EXPECT_EQ(place_of_milestone(Step::archive, done, "tracker"), "");
}

TEST(Destination, APlanTakesItsFolderAlong) {
  EXPECT_EQ(place_of_plan(Step::complete, ".agent/exec_plans/quay/EP-1_quay.md", "EP-1"),
            ".agent/exec_plans/quay > .agent/exec_plans/complete/2026/01/15/EP-1_quay");
  EXPECT_EQ(place_of_plan(Step::complete, ".agent/exec_plans/active/quay/EP-1_quay.md", "EP-1"),
            ".agent/exec_plans/active/quay > .agent/exec_plans/complete/2026/01/15/EP-1_quay");
  EXPECT_EQ(place_of_plan(Step::archive, ".agent/exec_plans/complete/2026/01/02/EP-1_quay/EP-1_quay.md", "EP-1"),
            ".agent/exec_plans/complete/2026/01/02/EP-1_quay > .agent/exec_plans/archive/2026/01/15/EP-1_quay");
}

TEST(Destination, APlanThatIsThereAlreadyStays) {
  EXPECT_EQ(place_of_plan(Step::complete, ".agent/exec_plans/complete/2026/01/02/EP-1_quay/EP-1_quay.md", "EP-1"), "");
}

TEST(Destination, TheFolderOfAllPlansNeverMoves) {
  EXPECT_EQ(place_of_plan(Step::complete, ".agent/exec_plans/EP-1_quay.md", "EP-1"), "");
  EXPECT_EQ(place_of_plan(Step::complete, ".agent/exec_plans/active/EP-1_quay.md", "EP-1"), "");
  EXPECT_EQ(place_of_plan(Step::complete, "EP-1_quay.md", "EP-1"), "");
  EXPECT_EQ(place_of_plan(Step::archive, "docs/README.md", "", "initiative"), "");
}

TEST(Destination, APlanComesBackToWhereWorkStands) {
  const char* path = ".agent/exec_plans/complete/2026/01/02/EP-1_quay/EP-1_quay.md";
  EXPECT_EQ(place_of_plan(Step::reopen, path, "EP-1"),
            ".agent/exec_plans/complete/2026/01/02/EP-1_quay > .agent/exec_plans/quay");
  EXPECT_EQ(place_of_plan(Step::reopen, path, "EP-1", "execplan", {".agent/exec_plans/active"}),
            ".agent/exec_plans/complete/2026/01/02/EP-1_quay > .agent/exec_plans/active/quay");
  EXPECT_EQ(place_of_plan(Step::reopen, ".agent/exec_plans/quay/EP-1_quay.md", "EP-1"), "");
}

TEST(Destination, AnInitiativeIsArchivedWhole) {
  EXPECT_EQ(place_of_plan(Step::archive, "documentation/milestones/_active/quay/README.md", "", "initiative"),
            "documentation/milestones/_active/quay > documentation/milestones/_archived/quay");
}

}  // namespace
}  // namespace milepost
