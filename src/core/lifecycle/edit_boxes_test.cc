// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/box_writer.h"
#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

const std::string kBoxes =
    "# M1: Harbour\n\n**Status:** Planned\n\n## Tasks\n\n- [ ] Build the quay  \n  - [x] Order stones\n1. [ ] "
    "Light\n\n```\n- [ ] Not a box\n```\n\n"
    "## Success Criteria\n\n* [X] Boats land\n* [ ] Light is seen\n";

SetBoxes by_text(BoxState state, std::string text) { return {state, BoxChoice::text, 0, std::move(text), ""}; }

std::string with(std::string text, std::string_view old, std::string_view now) {
  return text.replace(text.find(old), old.size(), now);
}

TEST(SetBoxes, TicksByNumberTextSectionAndAll) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kBoxes, {SetBoxes{BoxState::done, BoxChoice::number, 3, "", ""}}),
            with(kBoxes, "[ ] Light", "[x] Light"));
  EXPECT_EQ(editing.edit(kBoxes, {by_text(BoxState::done, "quay")}), with(kBoxes, "[ ] Build", "[x] Build"));
  EXPECT_EQ(editing.edit(kBoxes, {by_text(BoxState::done, "light")}), with(kBoxes, "[ ] Light\n\n", "[x] Light\n\n"))
      << "the whole text wins";
  EXPECT_EQ(editing.edit(kBoxes, {SetBoxes{BoxState::done, BoxChoice::section, 0, "success_criteria", ""}}),
            with(kBoxes, "[ ] Light is", "[x] Light is"));
  EXPECT_EQ(editing.edit(kBoxes, {SetBoxes{BoxState::open, BoxChoice::all, 0, "", ""}}),
            with(with(kBoxes, "[x] Order", "[ ] Order"), "[X] Boats", "[ ] Boats"));
  EXPECT_EQ(editing.edit(kBoxes, {SetBoxes{BoxState::done, BoxChoice::line, 9, "", ""}}),
            with(kBoxes, "[ ] Light", "[x] Light"));
}

TEST(SetBoxes, DefersWithTheReasonBehindTheTextAndTakesItAwayAgain) {
  EditingForTests editing;
  const std::string deferred =
      editing.edit(kBoxes, {SetBoxes{BoxState::deferred, BoxChoice::number, 1, "", "no stones"}});
  EXPECT_EQ(deferred, with(kBoxes, "quay  ", "quay (deferred: no stones)  "));
  EXPECT_EQ(editing.edit(deferred, {by_text(BoxState::done, "quay")}), with(kBoxes, "[ ] Build", "[x] Build"));
  EXPECT_TRUE(is_deferred("Build the quay (deferred: no stones)"));
  EXPECT_FALSE(is_deferred("Explain (deferred loading) twice"));
}

TEST(SetBoxes, NamesTheCandidatesOfAnAmbiguousText) {
  EditingForTests editing;
  EXPECT_TRUE(editing.edit(kBoxes, {by_text(BoxState::done, "e")}).starts_with("ambiguous: "));
  ASSERT_GE(editing.hints.size(), 2U);
  EXPECT_EQ(editing.hints[0], "docs/milestones/M1-harbour.md:7: - [ ] Build the quay");
  EXPECT_TRUE(editing.edit(kBoxes, {by_text(BoxState::done, "rocket")}).starts_with("not_found: "));
  EXPECT_TRUE(
      editing.edit(kBoxes, {SetBoxes{BoxState::done, BoxChoice::number, 9, "", ""}}).starts_with("not_found: "));
}

}  // namespace
}  // namespace milepost
