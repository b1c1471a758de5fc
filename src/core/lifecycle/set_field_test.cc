// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

TEST(SetField, ChangesEveryPlaceWhereTheValueStands) {
  EditingForTests editing;
  EXPECT_EQ(
      editing.set(
          "---\nstatus: planned  # of the work\n---\n# M1: Harbour\n\n**Status:** ⏳ Planned  \n**Owner:** @ana\n\n"
          "## Scope\n\n- [ ] Quay\n\n---\n\n*Status: Planned*\n",
          "status", "completed"),
      "---\nstatus: completed  # of the work\n---\n# M1: Harbour\n\n**Status:** ✅ Completed  \n**Owner:** @ana\n\n"
      "## Scope\n\n- [ ] Quay\n\n---\n\n*Status: Completed*\n");
}

TEST(SetField, KeepsTheWayOfWritingWords) {
  EditingForTests editing;
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status:** IN_PROGRESS\n", "status", "completed"),
            "# M1: Harbour\n\n**Status:** COMPLETED\n");
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status:** Planned\n", "status", "in_progress"),
            "# M1: Harbour\n\n**Status:** In Progress\n");
  EXPECT_EQ(editing.set("---\nstatus: planned\n---\n# M1: Harbour\n", "status", "In Progress"),
            "---\nstatus: in_progress\n---\n# M1: Harbour\n");
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status:** `planned`\n", "status", "done"),
            "# M1: Harbour\n\n**Status:** `done`\n");
  EXPECT_EQ(editing.set("# M1: Harbour\n\nStatus: Done ✅\n", "status", "blocked"),
            "# M1: Harbour\n\nStatus: Blocked ⛔\n");
}

TEST(SetField, DropsTheNoteOfAnOldStatusAndSaysSo) {
  EditingForTests editing;
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status:** 🚧 In Progress (since Monday)\n", "status", "done"),
            "# M1: Harbour\n\n**Status:** ✅ Done\n");
  ASSERT_EQ(editing.remarks.size(), 1U);
  EXPECT_NE(editing.remarks[0].find("(since Monday)"), std::string::npos);
  EXPECT_EQ(editing.edit("# M1: Harbour\n\n**Status:** 🚧 In Progress (since Monday)\n",
                         {SetField{"status", "done", NoteHandling::keep}}),
            "# M1: Harbour\n\n**Status:** ✅ Done (since Monday)\n");
}

TEST(SetField, KeepsQuotesAndAddsThemOnlyWhereNeeded) {
  EditingForTests editing;
  const auto with = [](std::string_view owner) {
    return "---\nstatus: planned\nowner: " + std::string(owner) + "\nrisk: low\n---\n# M1: Harbour\n";
  };
  EXPECT_EQ(editing.set(with("ana"), "owner", "bea"), with("bea"));
  EXPECT_EQ(editing.set(with("'ana'"), "owner", "o'neil"), with("'o''neil'"));
  EXPECT_EQ(editing.set(with("\"ana\""), "owner", "bea"), with("\"bea\""));
  EXPECT_EQ(editing.set(with("ana"), "owner", "@bea"), with("\"@bea\""));
  EXPECT_EQ(editing.set(with("ana"), "owner", "bea: lead"), with("\"bea: lead\""));
  EXPECT_EQ(editing.set(with("ana  # or bea"), "owner", "cid # x"), with("\"cid # x\"  # or bea"));
  EXPECT_EQ(editing.set(with("ana"), "owner", "null"), with("\"null\""));
}

TEST(SetField, WritesDatesInTheNotationFound) {
  EditingForTests editing;
  const auto with = [](std::string_view date) {
    return "# M1: Harbour\n\n**Status:** Planned\n**Target:** " + std::string(date) + "\n";
  };
  EXPECT_EQ(editing.set(with("January 2, 2026"), "target", "2026-03-15"), with("March 15, 2026"));
  EXPECT_EQ(editing.set(with("2 Jan 2026 (soft)"), "target", "2026-03-15"), with("15 Mar 2026 (soft)"));
  EXPECT_EQ(editing.set(with("2026/1/2"), "target", "2026-03-05"), with("2026/3/5"));
  EXPECT_EQ(editing.set(with("January 2026"), "target", "2026-03-15"), with("March 2026"));
  EXPECT_EQ(editing.set(with("Q1 2026"), "target", "2026-07-15"), with("Q3 2026"));
  EXPECT_EQ(editing.set(with("2026-01-02T10:20:30Z"), "target", "2026-07-15T08:05"), with("2026-07-15T08:05:00Z"));
  EXPECT_EQ(editing.set(with("TBD"), "target", "2026-07-15"), with("2026-07-15"));
  EXPECT_EQ(editing.set(with("2. Januar 2026"), "target", "2026-05-15"), with("15. Mai 2026"));
}

TEST(SetField, RefusesWhatIsNoDayAndNoStatus) {
  EditingForTests editing;
  const std::string text = "# M1: Harbour\n\n**Status:** Planned\n**Target:** 2026-01-02\n";
  EXPECT_TRUE(editing.set(text, "target", "2026-02-30").starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "target", "soon").starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "status", "flying").starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "owner", "a\nb").starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "owner", std::string("a\0b", 3)).starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "owner", " a").starts_with("usage: "));
  EXPECT_TRUE(editing
                  .set(text, "owner",
                       "a\xE2\x80\xAE"
                       "b")
                  .starts_with("usage: "));
  EXPECT_TRUE(editing.set(text, "weather", "fine").starts_with("usage: "));
}

TEST(SetField, PutsAMissingFieldWhereTheDocumentKeepsSuchThings) {
  EditingForTests editing;
  EXPECT_EQ(editing.set("---\ntitle: Harbour\nstatus: planned\n---\n# M1: Harbour\n", "owner", "ana"),
            "---\ntitle: Harbour\nstatus: planned\nowner: ana\n---\n# M1: Harbour\n");
  EXPECT_EQ(
      editing.set("# M1: Harbour\r\n\r\n**Status:** Planned  \r\n**Target:** 2026-01-02\r\n\r\nText.\r\n", "owner",
                  "ana"),
      "# M1: Harbour\r\n\r\n**Status:** Planned  \r\n**Owner:** ana  \r\n**Target:** 2026-01-02\r\n\r\nText.\r\n");
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status**: Planned | **Risk**: low", "owner", "ana"),
            "# M1: Harbour\n\n**Status**: Planned | **Risk**: low | **Owner**: ana");
  EXPECT_EQ(editing.set("# M1: Harbour\n\n- [ ] Quay\n", "owner", "ana"),
            "# M1: Harbour\n\n**Owner:** ana\n\n- [ ] Quay\n");
}

TEST(SetField, KeepsPaddingOfCellsAndFrames) {
  EditingForTests editing;
  EXPECT_EQ(
      editing.set(
          "# M1: Harbour\n\n| Field  | Value   |\n|--------|---------|\n| Status | Planned |\n| Owner  | 李      |\n",
          "owner", "Bea Mar"),
      "# M1: Harbour\n\n| Field  | Value   |\n|--------|---------|\n| Status | Planned |\n| Owner  | Bea Mar |\n");
  EXPECT_EQ(
      editing.set(
          "# M1: Harbour\n\n| Field  | Value   |\n|--------|---------|\n| Status | Planned |\n| Owner  | 李      |\n",
          "status", "In Progress"),
      "# M1: Harbour\n\n| Field  | Value       |\n|--------|-------------|\n| Status | In Progress |\n| Owner  | 李    "
      "      |\n");
  EXPECT_EQ(
      editing.set("# M1: Harbour\n\n```\n╔═══════════════════════╗\n║ Status: ⏳ PENDING     "
                  "║\n╚═══════════════════════╝\n```\n",
                  "status", "done"),
      "# M1: Harbour\n\n```\n╔═══════════════════════╗\n║ Status: ✅ DONE        ║\n╚═══════════════════════╝\n```\n");
}

TEST(SetField, EscapesWhatTheCarrierWouldReadDifferently) {
  EditingForTests editing;
  EXPECT_EQ(editing.set("# M1: Harbour\n\n**Status:** Planned\n**Owner:** ana\n", "owner", "a `b"),
            "# M1: Harbour\n\n**Status:** Planned\n**Owner:** a \\`b\n");
  EXPECT_EQ(editing.set("# M1: Harbour\n\n| Field | Value |\n| --- | --- |\n| Status | Planned |\n| Owner | ana |\n",
                        "owner", "a|b"),
            "# M1: Harbour\n\n| Field | Value |\n| --- | --- |\n| Status | Planned |\n| Owner | a\\|b |\n");
}

TEST(SetField, SetsTheTitleInHeadingAndFrontMatter) {
  EditingForTests editing;
  EXPECT_EQ(editing.set("---\ntitle: \"Harbour\"\nstatus: planned\n---\n# M1: Harbour\n", "title", "Old port"),
            "---\ntitle: \"Old port\"\nstatus: planned\n---\n# M1: Old port\n");
  EXPECT_EQ(editing.set("# Milestone 2 – Harbour\n\n**Status:** Planned\n", "title", "Port #"),
            "# Milestone 2 – Port \\#\n\n**Status:** Planned\n");
}

TEST(SetField, NamesTwoFieldsThatMayBeMeant) {
  EditingForTests editing;
  EXPECT_TRUE(editing.set("---\nstatus: current\nmilestone_status: pending\n---\n# M1: Harbour\n", "status", "done")
                  .starts_with("ambiguous: "));
  ASSERT_EQ(editing.hints.size(), 2U);
  EXPECT_NE(editing.hints[1].find("key:milestone_status"), std::string::npos);
  EXPECT_EQ(editing.set("---\nstatus: current\nmilestone_status: pending\n---\n# M1: Harbour\n", "key:milestone_status",
                        "done"),
            "---\nstatus: current\nmilestone_status: done\n---\n# M1: Harbour\n");
}

TEST(SetField, WritesOnlyTheItemThatIsMeant) {
  EditingForTests editing;
  editing.path = "MILESTONES.md";
  editing.item = 2;
  const std::string head = "# Milestones\n\n## M1: Harbour\n\n**Status:** Planned\n\n- [ ] Quay\n\n## M2: Ferry\n\n";
  EXPECT_EQ(editing.set(head + "**Status:** Planned\n\n- [ ] Boat\n", "status", "done"),
            head + "**Status:** Done\n\n- [ ] Boat\n");
  const std::string other = "# Milestones\n\n## M1: Harbour ✅\n\n- [x] Quay\n\n## M2: Ferry ";
  EXPECT_EQ(editing.set(other + "(Planned)\n\n- [ ] Boat\n", "status", "done"), other + "(Done)\n\n- [ ] Boat\n");
}

TEST(SetField, WritesNestedKeys) {
  EditingForTests editing;
  const std::string head = "---\nstatus: planned\nlinks:\n  docs: \"a.md\"\n";
  EXPECT_EQ(editing.set(head + "---\n# M1: Harbour\n", "key:links.docs", "b.md"),
            "---\nstatus: planned\nlinks:\n  docs: \"b.md\"\n---\n# M1: Harbour\n");
  EXPECT_EQ(editing.set(head + "---\n# M1: Harbour\n", "key:links.pr", "c.md"),
            head + "  pr: c.md\n---\n# M1: Harbour\n");
}

TEST(SetField, WritesNothingIntoFrontMatterThatCanNotBeRead) {
  EditingForTests editing;
  EXPECT_TRUE(
      editing.set("---\nstatus: planned\ntitle: a: b: c\n  - x\n---\n# M1: Harbour\n\n- [ ] a\n", "status", "done")
          .starts_with("invalid_document: "));
}

TEST(UnsetField, TakesTheBlankLinesAboveALastLineWithoutEnding) {
  EditingForTests editing;
  const std::string head = "# M1: Harbour\r\n\r\n**Status:** Planned\r\n\r\n---";
  EXPECT_EQ(editing.edit(head + "\r\n\r\n*Last updated: 2026-01-05*", {UnsetField{"updated"}}), head);
}

TEST(SetField, FrontMatterBelowTheTitleIsNoHeading) {
  EditingForTests editing;
  const std::string head = "# M1: Harbour\n\n---\nid: \"M1\"\n";
  EXPECT_EQ(editing.edit(head + "status: \"active\"\n---\n\nText\n", {SetField{"status", "planned"}}),
            head + "status: \"planned\"\n---\n\nText\n");
}

TEST(SetField, APercentageKeepsItsNotationInEveryPlace) {
  EditingForTests editing;
  const std::string before =
      "---\nmilestone_id: M01\ncompletion_percentage: 0\n---\n\n# M01: Quay\n\n**Completion**: 0%\n";
  const std::string after =
      "---\nmilestone_id: M01\ncompletion_percentage: 40\n---\n\n# M01: Quay\n\n**Completion**: 40%\n";
  editing.path = ".simone/02_REQUIREMENTS/M01_Quay/M01_milestone_meta.md";
  EXPECT_EQ(editing.edit(before, {SetField{"progress", "40"}}), after);
  EXPECT_EQ(editing.edit(before, {SetField{"progress", "40%"}}), after);
}

}  // namespace
}  // namespace milepost
