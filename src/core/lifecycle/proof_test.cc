// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof.h"

#include <gtest/gtest.h>

#include "core/document/dialect_set.h"

namespace milepost {
namespace {

const std::string kText =
    "---\nstatus: planned  # of the work\nowner: \"ana\"\nlinks:\n  docs: a.md\n---\n# M1: Harbour\n\n**Status:** "
    "Planned  \n**Target:** 2026-03-04\n\n"
    "## Tasks\n\n- [ ] Quay\n- [x] Stones\n\n| ID | Task | Status |\n| --- | --- | --- |\n| A1 | Light | Planned "
    "|\n\n## Changelog\n\n- 2026-01-02: Begun\n";

class ProofTest : public testing::Test {
 protected:
  // "" when proven, else the reason.
  std::string prove(std::string_view after, const std::vector<IntendedChange>& intended,
                    std::string_view before = kText) {
    const auto proven = prove_edit(reader_, {"docs/milestones/M1-harbour.md", before, after}, intended);
    return proven ? "" : std::string(to_string(proven.error().kind)) + ": " + proven.error().message;
  }
  static std::string with(std::string text, std::string_view old, std::string_view now) {
    return text.replace(text.find(old), old.size(), now);
  }
  static std::string done() { return with(with(kText, "status: planned", "status: done"), "Planned  ", "Done  "); }

  Result<DialectSet> dialects_ = DialectSet::built_in();
  DocumentReader reader_{*dialects_};
  const std::vector<IntendedChange> status_{{"status", "done"}};
};

TEST_F(ProofTest, AcceptsWhatWasMeantAndNothingElse) {
  EXPECT_EQ(prove(done(), status_), "");
  EXPECT_EQ(prove(kText, {}), "");
  EXPECT_NE(prove(done(), {}), "");
  EXPECT_EQ(prove(with(kText, "[ ] Quay", "[x] Quay"), {{"box", "", 14}}), "");
  EXPECT_EQ(prove(kText + "- 2026-01-03: More\n", {{"log", "More", 21}}), "");
}

TEST_F(ProofTest, ASafeFixLeavesWhatTheItemsSay) {
  const std::vector<IntendedChange> safe{{"finding", "safe"}};
  const std::vector<IntendedChange> unsafe{{"finding", "unsafe"}};
  EXPECT_EQ(prove(with(kText, "a.md", "b/a.md"), safe), "");
  EXPECT_NE(prove(with(kText, "[ ] Quay", "[x] Quay"), safe), "");
  EXPECT_EQ(prove(with(kText, "[ ] Quay", "[x] Quay"), unsafe), "");
  EXPECT_NE(prove(done(), safe), "");
  EXPECT_NE(prove(with(kText, "2026-03-04", "2026-03-05"), safe), "");
  EXPECT_NE(prove(with(kText, "- [ ] Quay", "```\n- [ ] Quay"), unsafe), "") << "a fence that is never closed";
}

TEST_F(ProofTest, ANameOnALineChangesAloneAndBringsNoMarkup) {
  const std::vector<IntendedChange> named{{"name", "Beacon", 19}};
  EXPECT_EQ(prove(with(kText, "| Light |", "| Beacon |"), named), "");
  EXPECT_NE(prove(with(with(kText, "| Light |", "| Beacon |"), "A1", "A2"), named), "");
  EXPECT_NE(prove(with(with(kText, "| Light |", "| Beacon |"), "Quay", "Kay"), named), "");
  EXPECT_NE(prove(with(kText, "| Light |", "| Bea|con |"), {{"name", "Bea|con", 19}}), "");
  EXPECT_NE(prove(with(kText, "| Light |", "| Beacon |"), {{"name", "Beacon", 14}}), "");
}

TEST_F(ProofTest, LinksMayComeToLeadOutOfWhereTheFileStillStands) {
  const std::string before = with(kText, "[ ] Quay", "[ ] [Quay](../../README.md)");
  const std::string after = with(before, "../../README.md", "../../../../README.md");
  EXPECT_EQ(prove(after, {{"link", ""}}, before), "");
  EXPECT_NE(prove(with(after, "Light", "Lamp"), {{"link", ""}}, before), "");
}

TEST_F(ProofTest, ARowGoesAlone) {
  const std::string row = "| A1 | Light | Planned |\n";
  const std::string before = with(kText, row, row + "| A2 | Mole | Planned |\n");
  EXPECT_EQ(prove(with(before, row, ""), {{"lost_row", "", 19}}, before), "");
  EXPECT_NE(prove(with(before, row, ""), {{"lost_row", "", 20}}, before), "");
  EXPECT_NE(prove(with(with(before, row, ""), "Stones", "Stone"), {{"lost_row", "", 19}}, before), "");
  EXPECT_NE(prove(with(kText, "- [ ] Quay\n", ""), {{"lost_row", "", 14}}), "");
}

TEST_F(ProofTest, AnIdChangesTogetherWithAFieldThatIsMeant) {
  const std::string before = with(kText, "owner:", "parent: First\nid: M1\nowner:");
  const std::string after = with(with(with(before, "id: M1", "id: M4"), "# M1:", "# M4:"), "First", "Second");
  EXPECT_EQ(prove(after, {{"mention", "M4"}, {"key:parent", "Second"}}, before), "");
  EXPECT_NE(prove(after, {{"mention", "M4"}}, before), "");
  EXPECT_NE(prove(after, {{"mention", "M4"}, {"key:parent", "Third"}}, before), "");
  EXPECT_NE(prove(with(after, "Light", "Lamp"), {{"mention", "M4"}, {"key:parent", "Second"}}, before), "");
}

TEST_F(ProofTest, SeesAnyOtherByte) {
  for (const auto& [old, now] :
       std::vector<std::pair<std::string, std::string>>{{"# of the work", "# of work"},
                                                        {"\"ana\"", "ana"},
                                                        {"docs: a.md", "docs: b.md"},
                                                        {"Done  \n", "Done\n"},
                                                        {"2026-03-04", "2026-03-05"},
                                                        {"[ ] Quay", "[x] Quay"},
                                                        {"[x] Stones", "[X] Stones"},
                                                        {"| Light |", "| Night |"},
                                                        {"| Light |", "|  Light |"},
                                                        {"- 2026-01-02: Begun\n", "- 2026-01-02: Begun"},
                                                        {"## Tasks\n", "## Tasks\r\n"},
                                                        {"# M1: Harbour", "# M1: Port"},
                                                        {"\n\n## Tasks", "\n## Tasks"},
                                                        {"- [x] Stones\n", ""}})
    EXPECT_NE(prove(with(done(), old, now), status_), "") << old;
}

TEST_F(ProofTest, WantsEveryPlaceChanged) {
  EXPECT_NE(prove(with(kText, "status: planned", "status: done"), status_), "");
  EXPECT_NE(prove(with(kText, "Planned  ", "Done  "), status_), "");
  EXPECT_NE(prove(with(done(), "status: done", "status: blocked"), status_), "");
}

TEST_F(ProofTest, SeesWhatTheSameBytesCouldHide) {
  EXPECT_NE(
      prove(with(kText, "- 2026-01-02: Begun\n", "- 2026-01-02: Begun\n- 2026-01-03: x\n```\n"), {{"log", "x", 21}}),
      "");
  EXPECT_NE(prove(with(kText, "[ ] Quay", "[x] Quay"), {{"box", "", 15}}), "") << "the other box was meant";
  EXPECT_NE(prove(with(kText, "[ ] Quay", "[~] Quay"), {{"box", "", 14}}), "");
}

}  // namespace
}  // namespace milepost
