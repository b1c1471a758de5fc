// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

const std::string kHead = "# M1: Harbour\n\n**Status:** Planned\n\n## Tasks\n\n";
const std::string kLoose =
    kHead + "| ID | Task | Status |\n| --- | --- | --- |\n| A1 | Build \\| quay | ⏳ |\n| A2 | Light | Planned |\n";
const std::string kAligned =
    kHead +
    "| ID | Task  | Status  |\n|----|:-----:|--------:|\n| A1 | Quay  |    Done |\n| A2 | Light | Planned |\n\nEnd.\n";

TEST(SetCell, KeepsPaddingAndMarks) {
  EditingForTests editing;
  EXPECT_EQ(
      editing.edit(kLoose, {SetCell{"task", "A1", "status", "done"}}),
      kHead + "| ID | Task | Status |\n| --- | --- | --- |\n| A1 | Build \\| quay | ✅ |\n| A2 | Light | Planned |\n");
  EXPECT_EQ(
      editing.edit(kLoose, {SetCell{"", "light", "Status", "in progress"}}),
      kHead +
          "| ID | Task | Status |\n| --- | --- | --- |\n| A1 | Build \\| quay | ⏳ |\n| A2 | Light | In Progress |\n");
}

TEST(SetCell, WidensTheColumnOfAnAlignedTable) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kAligned, {SetCell{"task", "A2", "status", "Done"}}),
            kHead +
                "| ID | Task  | Status  |\n|----|:-----:|--------:|\n| A1 | Quay  |    Done |\n| A2 | Light |    Done "
                "|\n\nEnd.\n");
  EXPECT_EQ(editing.edit(kAligned, {SetCell{"task", "A2", "status", "In Progress"}}),
            kHead +
                "| ID | Task  |     Status  |\n|----|:-----:|------------:|\n| A1 | Quay  |        Done |\n| A2 | "
                "Light | In Progress |\n\nEnd.\n");
}

TEST(SetCell, SaysWhichRowsAndColumnsThereAre) {
  EditingForTests editing;
  EXPECT_TRUE(editing.edit(kLoose, {SetCell{"task", "A", "status", "done"}}).starts_with("ambiguous: "));
  EXPECT_EQ(editing.hints.size(), 2U);
  EXPECT_TRUE(editing.edit(kLoose, {SetCell{"task", "A1", "weather", "fine"}}).starts_with("not_found: "));
  ASSERT_EQ(editing.hints.size(), 1U);
  EXPECT_EQ(editing.hints[0], "its columns are ID, Task, Status");
  EXPECT_TRUE(editing.edit(kLoose, {SetCell{"task", "A9", "status", "done"}}).starts_with("not_found: "));
}

TEST(AddRow, BeginsATableThatHasNoRowYet) {
  EditingForTests editing;
  const std::string empty = kHead + "| ID | Task | Status |\n|----|------|--------|\n\nEnd.\n";
  EXPECT_EQ(editing.edit(empty, {AddRow{"task", {{"id", "A1"}, {"task", "Quay"}, {"Status", "Planned"}}}}),
            kHead + "| ID | Task | Status |\n|----|------|--------|\n| A1 | Quay | Planned |\n\nEnd.\n");
  EXPECT_TRUE(editing.edit(empty, {AddRow{"risk", {{"risk", "Storm"}}}}).starts_with("not_found: "));
  const std::string two = empty + "\n| ID | Task | Status |\n|----|------|--------|\n";
  EXPECT_TRUE(editing.edit(two, {AddRow{"task", {{"id", "A1"}}}}).starts_with("ambiguous: "));
}

TEST(AddRow, DrawsTheRowAsTheTableIsDrawn) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kLoose, {AddRow{"task", {{"id", "A3"}, {"task", "Paint | it"}, {"status", "Planned"}}}}),
            kLoose + "| A3 | Paint \\| it | Planned |\n");
  EXPECT_EQ(editing.edit(kAligned, {AddRow{"task", {{"ID", "A3"}, {"Task", "Paint it"}}}}),
            kHead +
                "| ID | Task     | Status  |\n|----|:--------:|--------:|\n| A1 | Quay     |    Done |\n| A2 | Light   "
                " | Planned |\n| A3 | Paint it |         |\n\nEnd.\n");
  const std::string empty = kHead + "| ID | Task | Status |\n|----|------|--------|\n\nEnd.\n";
  EXPECT_EQ(editing.edit(empty, {AddRow{"task", {{"task", "Quay"}, {"status", "Planned"}}}}),
            kHead + "| ID | Task | Status |\n|----|------|--------|\n|  | Quay | Planned |\n\nEnd.\n");
  const std::string bare = kHead + "ID | Task | Status\n--|--|--\nA1 | Quay | Done";
  EXPECT_EQ(editing.edit(bare, {AddRow{"task", {{"ID", "A2"}, {"Status", "Planned"}}}}), bare + "\nA2 |  | Planned");
}

TEST(AddRow, AsksWhichOfSeveralTables) {
  EditingForTests editing;
  const std::string table = "| ID | Task | Status |\n|---|---|---|\n";
  const std::string both = kHead + "### Building\n\n" + table + "\n### Proving\n\n" + table;
  const AddRow row{"task", {{"task", "Quay"}}};
  EXPECT_TRUE(editing.edit(both, {row}).starts_with("ambiguous: "));
  EXPECT_EQ(editing.hints, (std::vector<std::string>{"--section 'Building'", "--section 'Proving'"}));
  AddRow chosen = row;
  chosen.section = "Proving";
  EXPECT_EQ(editing.edit(both, {chosen}), both + "|  | Quay |  |\n");
  EXPECT_EQ(editing.edit(both + "| A1 | Pile | Done |\n", {row}), both + "| A1 | Pile | Done |\n|  | Quay |  |\n");
}

}  // namespace
}  // namespace milepost
