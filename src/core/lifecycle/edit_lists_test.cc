// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

std::string added(std::string_view text, std::string entry, std::string field = "depends_on") {
  return EditingForTests().edit(text, {ChangeList{std::move(field), ListChange::add, std::move(entry)}});
}
std::string removed(std::string_view text, std::string entry, std::string field = "depends_on") {
  return EditingForTests().edit(text, {ChangeList{std::move(field), ListChange::remove, std::move(entry)}});
}
std::string with(std::string_view list) {
  return "---\nstatus: planned\ndepends_on:" + std::string(list) + "\ntags: [a]\n---\n# M3: Harbour\n";
}
std::string labelled(std::string_view list) {
  return "# M3: Harbour\n\n**Status:** Planned\n**Depends on:** " + std::string(list) + "\n";
}
std::string bullets(std::string_view list) {
  return "# M3: Harbour\n\n**Status:** Planned\n\n## Dependencies\n\n" + std::string(list) + "\n## Notes\n\nx\n";
}

TEST(ChangeList, KeepsTheStyleOfYamlLists) {
  EXPECT_EQ(added(with(" [M1]"), "M2"), with(" [M1, M2]"));
  EXPECT_EQ(added(with(" []"), "M2"), with(" [M2]"));
  EXPECT_EQ(added(with(""), "M2"), with(" [M2]"));
  EXPECT_EQ(added(with("\n- M1  # first"), "M2"), with("\n- M1  # first\n- M2"));
  EXPECT_EQ(added(with("\n  - \"M1\""), "M2"), with("\n  - \"M1\"\n  - \"M2\""));
  EXPECT_EQ(removed(with(" [M1, M2]"), "m02"), with(" [M1]"));
  EXPECT_EQ(removed(with(" [M1, M2]"), "M1"), with(" [M2]"));
  EXPECT_EQ(removed(with(" [M1]"), "M1"), with(" []"));
  EXPECT_EQ(removed(with("\n- M1\n- M2"), "M1"), with("\n- M2"));
  EXPECT_EQ(removed(with("\n- M1"), "M1"), with(" []"));
}

TEST(ChangeList, WritesLabelLinesAndBullets) {
  EXPECT_EQ(added(labelled("M1"), "M2"), labelled("M1, M2"));
  EXPECT_EQ(added(labelled("None"), "M2"), labelled("M2"));
  EXPECT_EQ(removed(labelled("M1, M2 (boats, all)"), "M1"), labelled("M2 (boats, all)"));
  EXPECT_EQ(removed(labelled("M1"), "M1"), labelled("None"));
  EXPECT_EQ(added(bullets("* M1\n"), "M2"), bullets("* M1\n* M2\n"));
  EXPECT_EQ(removed(bullets("- M1\n- M2\n"), "M1"), bullets("- M2\n"));
  EXPECT_EQ(removed(bullets("- M1\n"), "M1"), bullets("- None\n"));
  EXPECT_EQ(added(bullets("- None\n"), "M1"), bullets("- M1\n"));
}

TEST(ChangeList, SaysWhatIsNotThere) {
  EXPECT_TRUE(removed(with(" [M1]"), "M2").starts_with("not_found: "));
  EXPECT_EQ(added(with(" [M1]"), "M1"), with(" [M1]"));
  EXPECT_TRUE(added(with(" [M1]"), "").starts_with("usage: "));
  EXPECT_EQ(added("# M3: Harbour\n\n**Status:** Planned\n", "M1"),
            "# M3: Harbour\n\n**Status:** Planned\n**Depends on:** M1\n");
}

TEST(ChangeList, WritesTagsAndNestedLists) {
  EXPECT_EQ(added(with(" []"), "b c", "tags"),
            "---\nstatus: planned\ndepends_on: []\ntags: [a, b c]\n---\n# M3: Harbour\n");
  EXPECT_EQ(EditingForTests().set(with(" []"), "tags", "x, y"),
            "---\nstatus: planned\ndepends_on: []\ntags: [x, y]\n---\n# M3: Harbour\n");
}

}  // namespace
}  // namespace milepost
