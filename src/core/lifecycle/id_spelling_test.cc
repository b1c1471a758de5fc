// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/id_spelling.h"

#include <gtest/gtest.h>

#include "core/document/normalise/identifier.h"

namespace milepost {
namespace {

using Match = IdSpelling::Match;

Match match(const IdSpelling& spelling, std::string_view mention) { return spelling.match(fold_identifier(mention)); }

TEST(IdSpelling, KeepsTheMannerOfTheMention) {
  const IdSpelling spelling("M05", "M12");
  EXPECT_EQ(spelling.respell("M05"), "M12");
  EXPECT_EQ(spelling.respell("m5"), "m12");
  EXPECT_EQ(spelling.respell("Milestone 5"), "Milestone 12");
  EXPECT_EQ(spelling.respell("M-005"), "M-012");
  EXPECT_EQ(IdSpelling("M12", "M5").respell("M012"), "M005");
  EXPECT_EQ(IdSpelling("M12", "M5").respell("M12"), "M5");
  EXPECT_EQ(IdSpelling("M09", "M10").respell("M9"), "M10");
}

TEST(IdSpelling, MilestonesOfAPlanHaveAShortForm) {
  const IdSpelling spelling("EP-20260117-014/MS003", "EP-20260117-014/MS005");
  EXPECT_EQ(match(spelling, "EP-20260117-014/MS003"), Match::whole);
  EXPECT_EQ(match(spelling, "MS3"), Match::tail);
  EXPECT_EQ(match(spelling, "EP-20260117-014"), Match::none);
  EXPECT_EQ(spelling.respell("MS003"), "MS005");
  EXPECT_EQ(spelling.respell("EP-20260117-014/MS003"), "EP-20260117-014/MS005");
  EXPECT_EQ(spelling.old_number(), "3");
  EXPECT_EQ(spelling.new_number(), "5");
}

TEST(IdSpelling, APlanTakesItsMilestonesAlong) {
  const IdSpelling spelling("EP-20260117-014", "EP-20260117-020");
  EXPECT_EQ(match(spelling, "EP-20260117-014/MS003"), Match::part);
  EXPECT_EQ(match(spelling, "EP-20260117-015/MS014"), Match::none);
  EXPECT_EQ(spelling.respell("EP-20260117-014/MS014"), "EP-20260117-020/MS014");
}

TEST(IdSpelling, ChainsAreBuiltOnTheirLevels) {
  const IdSpelling sprint("S03", "S07");
  EXPECT_EQ(match(sprint, "T03_S03"), Match::part);
  EXPECT_EQ(match(sprint, "S03_M02"), Match::part);
  EXPECT_EQ(match(sprint, "S30"), Match::none);
  EXPECT_EQ(sprint.respell("T03_S03"), "T03_S07");
  EXPECT_EQ(sprint.respell("TX03_S03"), "TX03_S07");
  EXPECT_EQ(match(IdSpelling("T02_S03", "T05_S03"), "T02"), Match::tail);
}

TEST(IdSpelling, DottedNumbersChangeTheirOwnPart) {
  const IdSpelling spelling("M-07.04", "M-07.05");
  EXPECT_EQ(spelling.respell("M7.4"), "M7.5");
  EXPECT_EQ(spelling.respell("UI-M-07.04"), "UI-M-07.05");
  EXPECT_EQ(match(spelling, "M-04.07"), Match::none);
}

TEST(IdSpelling, AnotherKindIsSeen) {
  EXPECT_FALSE(IdSpelling("M05", "S05").is_same_kind());
  EXPECT_FALSE(IdSpelling("EP-20260117-014/MS003", "MS003").is_same_kind());
  EXPECT_TRUE(IdSpelling("M05", "Milestone 6").is_same_kind());
  EXPECT_TRUE(IdSpelling("M05", "M05.482913").is_same_kind());
  EXPECT_EQ(IdSpelling("M05", "M05.482913").respell("M5"), "M05.482913");
}

}  // namespace
}  // namespace milepost
