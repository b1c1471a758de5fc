// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

const std::string kHead = "# M1: Harbour\n\n**Status:** Planned\n\n## Changelog\n\n";

std::string logged(std::string_view lines, const std::string& date = "2026-01-17") {
  EditingForTests editing;
  const std::string text = editing.edit(kHead + std::string(lines), {AddLog{date, "Quay built"}});
  return text.starts_with(kHead) ? text.substr(kHead.size()) : text;
}

TEST(AddLog, GoesWhereTheNewestStandsInTheFormOfItsNeighbour) {
  EXPECT_EQ(logged("- 2026-01-02: Begun\n- 2026-01-03: Stones\n"),
            "- 2026-01-02: Begun\n- 2026-01-03: Stones\n- 2026-01-17: Quay built\n");
  EXPECT_EQ(logged("* **2026-01-03** — Stones\n* **2026-01-02** — Begun"),
            "* **2026-01-17** — Quay built\n* **2026-01-03** — Stones\n* **2026-01-02** — Begun");
  EXPECT_EQ(logged("- 2026-01-02: Begun"), "- 2026-01-02: Begun\n- 2026-01-17: Quay built");
  EXPECT_EQ(logged("- Jan 2, 2026 – Begun\n\n- Jan 3, 2026 – More\n  and more\n\nEnd.\n"),
            "- Jan 2, 2026 – Begun\n\n- Jan 3, 2026 – More\n  and more\n\n- Jan 17, 2026 – Quay built\n\nEnd.\n");
  EXPECT_EQ(logged("- 2026-01-02: **Begun** at last\n"), "- 2026-01-02: **Begun** at last\n- 2026-01-17: Quay built\n");
}

TEST(AddLog, WritesPlainLinesTablesAndDays) {
  EXPECT_EQ(logged("[2026-01-02 10:15]: Begun\n[2026-01-03 11:00]: Stones\n", "2026-01-17 09:05"),
            "[2026-01-02 10:15]: Begun\n[2026-01-03 11:00]: Stones\n[2026-01-17 09:05]: Quay built\n");
  EXPECT_EQ(logged("[2026-01-02 10:15:30] Begun\n"), "[2026-01-02 10:15:30] Begun\n[2026-01-17] Quay built\n");
  EXPECT_EQ(logged("| Date | Change |\n| --- | --- |\n| 2026-01-03 | b |\n| 2026-01-02 | a |\n"),
            "| Date | Change |\n| --- | --- |\n| 2026-01-17 | Quay built |\n| 2026-01-03 | b |\n| 2026-01-02 | a |\n");
  EXPECT_EQ(logged("### 2026-01-02\n\n- Begun\n"), "### 2026-01-02\n\n- Begun\n\n### 2026-01-17\n\n- Quay built\n");
  EXPECT_EQ(logged("### 2026-01-17\n\n- Begun\n"), "### 2026-01-17\n\n- Begun\n- Quay built\n");
}

TEST(AddLog, FillsTheSlotOfATemplateAndAnEmptySection) {
  EXPECT_EQ(logged("- YYYY-MM-DD — What happened.\n- YYYY-MM-DD — …\n"),
            "- 2026-01-17 — Quay built\n- YYYY-MM-DD — …\n");
  EXPECT_EQ(logged(""), "- 2026-01-17: Quay built\n");
  EXPECT_EQ(logged("* Begun\n"), "* Begun\n* 2026-01-17: Quay built\n");
}

TEST(AddLog, MakesTheSectionWhereThereIsNone) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit("# M1: Harbour\r\n\r\n**Status:** Planned\r\n\r\n## Scope\r\n\r\nAll.\r\n",
                         {AddLog{"2026-01-17", "Quay built"}}),
            "# M1: Harbour\r\n\r\n**Status:** Planned\r\n\r\n## Scope\r\n\r\nAll.\r\n\r\n## Changelog\r\n\r\n- "
            "2026-01-17: Quay built\r\n");
  EXPECT_TRUE(editing.edit(kHead, {AddLog{"soon", "x"}}).starts_with("usage: "));
  EXPECT_TRUE(editing.edit(kHead, {AddLog{"2026-01-17", "x\ny"}}).starts_with("usage: "));
}

}  // namespace
}  // namespace milepost
