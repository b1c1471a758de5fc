// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/id_sequence.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

IdSequence row(std::string_view pattern, IdScope scope = {}) {
  return IdSequence::parse(pattern, std::move(scope)).value();
}

std::vector<std::uint32_t> in_path(const IdSequence& sequence, std::string_view path) {
  return sequence.numbers_in(path, shipped_words().ids);
}

const IdScope kPlan{".agent/exec_plans", {"EP-20260117-014", "tide-tables"}};

TEST(IdSequence, WritesTheWidthOfItsPattern) {
  EXPECT_EQ(row("EP-20260117-014/MS{number:3}").write(4), "EP-20260117-014/MS004");
  EXPECT_EQ(row("T{number:2}_S03").write(12), "T12_S03");
  EXPECT_EQ(row("M-07.{number:2}").write(5), "M-07.05");
  EXPECT_EQ(row("Milestone {number}").write(10), "Milestone 10");
  EXPECT_EQ(row("M3{letter}").write(3), "M3c");
}

TEST(IdSequence, RefusesWhatIsNoPattern) {
  for (const char* pattern : {"M5", "{number}{letter}", "M{nummer}", "M{number:9}", "M{number:x}", "}{", ""})
    EXPECT_EQ(IdSequence::parse(pattern, {}).error().kind, ErrorKind::usage) << pattern;
}

TEST(IdSequence, MilestonesOfAPlanAreKnownByItsIdOrItsFolder) {
  const IdSequence sequence = row("EP-20260117-014/MS{number:3}", kPlan);
  EXPECT_THAT(in_path(sequence, ".agent/exec_plans/active/tide-tables/milestones/active/MS004_buoys.md"),
              ElementsAre(4));
  EXPECT_THAT(
      in_path(sequence, ".agent/exec_plans/tide-tables/milestones/archive/2026/01/17/EP-20260117-014_MS012_x.md"),
      ElementsAre(12));
  EXPECT_THAT(in_path(sequence, ".agent/exec_plans/complete/2026/01/20/EP-20260117-014_tide-tables/milestones/MS5.md"),
              ElementsAre(5));
  EXPECT_THAT(in_path(sequence, ".agent/exec_plans/active/harbour/milestones/active/MS009_other.md"), IsEmpty());
  EXPECT_THAT(in_path(sequence, "docs/tide-tables/MS008.md"), IsEmpty());
  EXPECT_EQ(sequence.number_of("EP-20260117-014/MS007", "anywhere.md"), 7U);
  EXPECT_EQ(sequence.number_of("EP-20260117-015/MS007", "anywhere.md"), std::nullopt);
  EXPECT_EQ(sequence.number_of("MS007", "anywhere.md"), std::nullopt);
}

TEST(IdSequence, PlansOfADayCountWhereverTheyLie) {
  const IdSequence sequence = row("EP-20260117-{number:3}");
  EXPECT_THAT(in_path(sequence, ".agent/exec_plans/complete/2026/01/20/EP-20260117-014_tide/EP-20260117-014_tide.md"),
              ElementsAre(14, 14));
  EXPECT_THAT(in_path(sequence, "plans/EP-20260118-014.md"), IsEmpty());
  EXPECT_EQ(sequence.number_of("EP-20260117-014/MS003", "x.md"), 14U);
}

TEST(IdSequence, SpellingsOfANumberAreOne) {
  const IdSequence sequence = row("M{number:2}", {"docs/milestones", {}});
  for (const char* path :
       {"docs/milestones/M07-quay.md", "docs/milestones/m7_quay.md", "docs/milestones/milestone-7.md",
        "docs/milestones/archive/2025/M07.3-part.md", "docs/milestones/M7b.md"})
    EXPECT_THAT(in_path(sequence, path), ElementsAre(7)) << path;
  EXPECT_THAT(in_path(sequence, "packages/loom/docs/milestones/M07.md"), IsEmpty());
  EXPECT_THAT(in_path(sequence, "docs/milestonesM07.md"), IsEmpty());
}

TEST(IdSequence, TasksBelongToTheirSprint) {
  const IdSequence sequence = row("T{number:2}_S03", {".simone", {"S03"}});
  EXPECT_THAT(in_path(sequence, ".simone/03_SPRINTS/S03_M02_Phone/TX02_S03_gateway.md"), ElementsAre(2));
  EXPECT_THAT(in_path(sequence, ".simone/03_SPRINTS/S03_M02_Phone/T04_gateway.md"), ElementsAre(4));
  EXPECT_THAT(in_path(sequence, ".simone/03_SPRINTS/S04_M02_Phone/T09_S04_gateway.md"), IsEmpty());
}

TEST(IdSequence, SprintsAreCountedInTheChainOfTheirMilestone) {
  const IdSequence sequence = row("S{number:2}_M02", {".simone", {"M02"}});
  EXPECT_THAT(in_path(sequence, ".simone/03_SPRINTS/S03_M02_Phone/S03_sprint_meta.md"), ElementsAre(3, 3));
  EXPECT_THAT(in_path(sequence, ".simone/03_SPRINTS/S05_M01_Phone/S05_sprint_meta.md"), IsEmpty());
  const IdSequence every = row("S{number:2}", {".simone", {}});
  EXPECT_THAT(in_path(every, ".simone/03_SPRINTS/S05_M01_Phone/T01_S05_x.md"), ElementsAre(5, 5));
}

TEST(IdSequence, DottedAndLetteredRowsCountTheirLastPart) {
  const IdSequence dotted = row("M-07.{number:2}");
  EXPECT_EQ(dotted.number_of("M-07.04", "x.md"), 4U);
  EXPECT_EQ(dotted.number_of("M7.4", "x.md"), 4U);
  EXPECT_EQ(dotted.number_of("M-08.04", "x.md"), std::nullopt);
  const IdSequence lettered = row("M3{letter}");
  EXPECT_EQ(lettered.number_of("M3b", "x.md"), 2U);
  EXPECT_EQ(lettered.number_of("M3", "x.md"), std::nullopt);
}

TEST(IdSequence, NamesMayBeNumbersAlone) {
  const IdSequence sequence = row("{number:2}", {"project/milestones", {}});
  EXPECT_THAT(in_path(sequence, "project/milestones/03-harvest.md"), ElementsAre(3));
  EXPECT_THAT(in_path(sequence, "project/milestones/3rd-harvest.md"), IsEmpty());
}

TEST(IdSequence, ReadsWhatADocumentDeclares) {
  const IdSequence sequence = row("M{number}", {"docs", {}});
  const auto found = sequence.numbers_declared_in(
      "---\nmilestone_id: \"M4\"\ntitle: after M9\n---\n# Plan\n## M11: Quay\nprose about M12\n| M13 | Crane |\n",
      "docs/plan.md", shipped_words().ids);
  EXPECT_THAT(found, ElementsAre(4, 11, 13));
}

TEST(DrawnDigits, AreSixBehindANumberAndADot) {
  EXPECT_EQ(without_drawn_digits("M07.482913"), "M07");
  EXPECT_EQ(without_drawn_digits("Milestone 7.482913"), "Milestone 7");
  for (const char* id : {"M07", "M-07.03", "M07.48291", "M07.4829130", "M.482913", "482913", ".482913", "v1.482913x"})
    EXPECT_EQ(without_drawn_digits(id), id);
}

TEST(ChooseId, TheNextIsAboveEveryOther) {
  TakenNumbers taken;
  taken.add(1, "docs/M01.md");
  taken.add(5, "a deleted file");
  const auto next = choose_id(row("M{number:2}"), taken, {});
  ASSERT_TRUE(next);
  EXPECT_EQ(next->id, "M06");
  EXPECT_EQ(next->above, "a deleted file");
  EXPECT_EQ(choose_id(row("M{number:2}"), {}, {})->id, "M01");
}

TEST(ChooseId, AGapIsFilledOnlyWhenItIsAskedFor) {
  TakenNumbers taken;
  taken.add(5, "docs/M05.md");
  EXPECT_EQ(choose_id(row("M{number:2}"), taken, {3, {}})->id, "M03");
  const auto refused = choose_id(row("M{number:2}"), taken, {5, {}});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("M05 is taken: it stands in docs/M05.md"));
  EXPECT_FALSE(choose_id(row("M{number:3}"), taken, {1000, {}}));
  EXPECT_FALSE(choose_id(row("M{number:3}"), taken, {0, {}}));
}

TEST(ChooseId, AFixedWidthEndsAt999) {
  TakenNumbers taken;
  taken.add(999, "MS999.md");
  const auto full = choose_id(row("EP-20260117-014/MS{number:3}"), taken, {});
  ASSERT_FALSE(full);
  EXPECT_THAT(full.error().message, HasSubstr("full"));
  EXPECT_EQ(choose_id(row("M{number}"), taken, {})->id, "M1000");
}

TEST(ChooseId, ASuffixComesFromItsSeed) {
  const auto one = choose_id(row("M{number:2}"), {}, {{}, 1});
  EXPECT_EQ(one->id, choose_id(row("M{number:2}"), {}, {{}, 1})->id);
  EXPECT_NE(one->id, choose_id(row("M{number:2}"), {}, {{}, 2})->id);
  EXPECT_EQ(one->id.size(), 10U);
  EXPECT_EQ(row("M{number:2}").number_of(one->id, "x.md"), 1U);
}

RC_GTEST_PROP(IdSequence, EveryIdThatIsWrittenIsReadAgain, ()) {
  const auto pattern =
      *rc::gen::element<std::string>("M{number:2}", "MS{number:3}", "EP-20260117-{number:3}", "T{number:2}_S03",
                                     "Milestone {number}", "M-07.{number:2}", "S{number:2}_M01", "#{number}");
  const auto number = *rc::gen::inRange<std::uint32_t>(1, 1000);
  const IdSequence sequence = row(pattern);
  RC_ASSERT(sequence.number_of(sequence.write(number), "x.md") == number);
}

}  // namespace
}  // namespace milepost
