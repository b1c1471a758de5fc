// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "core/lifecycle/edit_for_tests.h"

namespace milepost {
namespace {

const std::string kText =
    "# M1: Harbour\n\n**Status:** Planned\n\n---\n\n## Scope\n\nAll of it.\n\n### Inside\n\n- stones\n\n---\n\n## "
    "Notes\n\n- a\n\n---\n\n*Last updated: 2026-01-02*\n";

TEST(ChangeSection, AppendsBehindWhatIsThere) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kText, {ChangeSection{"scope", BodyChange::append, "More.\n"}}),
            "# M1: Harbour\n\n**Status:** Planned\n\n---\n\n## Scope\n\nAll of it.\n\nMore.\n\n### Inside\n\n- "
            "stones\n\n---\n\n## Notes\n\n- a\n\n---\n\n*Last updated: 2026-01-02*\n");
  EXPECT_EQ(editing.edit("# M1: Harbour\r\n\r\n**Status:** Planned\r\n\r\n## Notes\r\n\r\n- a",
                         {ChangeSection{"Notes", BodyChange::append, "- b\n- c"}}),
            "# M1: Harbour\r\n\r\n**Status:** Planned\r\n\r\n## Notes\r\n\r\n- a\r\n- b\r\n- c");
}

TEST(ChangeSection, ReplacesOnlyItsOwnText) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kText, {ChangeSection{"scope", BodyChange::replace, "Less."}}),
            "# M1: Harbour\n\n**Status:** Planned\n\n---\n\n## Scope\n\nLess.\n\n### Inside\n\n- stones\n\n---\n\n## "
            "Notes\n\n- a\n\n---\n\n*Last updated: 2026-01-02*\n");
}

TEST(ChangeSection, RefusesTextThatWouldChangeWhatFollows) {
  EditingForTests editing;
  EXPECT_TRUE(editing.edit(kText, {ChangeSection{"scope", BodyChange::append, "```\nopen"}}).starts_with("usage: "));
  EXPECT_TRUE(editing.edit(kText, {ChangeSection{"scope", BodyChange::append, "<!-- open"}}).starts_with("usage: "));
  EXPECT_TRUE(editing.edit(kText, {ChangeSection{"scope", BodyChange::append, "## Other\n"}}).starts_with("usage: "));
  EXPECT_TRUE(editing.edit(kText, {ChangeSection{"scope", BodyChange::append, " \n"}}).starts_with("usage: "));
  EXPECT_TRUE(editing.edit(kText, {ChangeSection{"weather", BodyChange::append, "x"}}).starts_with("not_found: "));
}

TEST(InsertSection, StandsBehindTheRuleThatPartsTheOthers) {
  EditingForTests editing;
  EXPECT_EQ(editing.edit(kText, {InsertSection{"Weather", "Weather", "Fine."}}),
            "# M1: Harbour\n\n**Status:** Planned\n\n---\n\n## Scope\n\nAll of it.\n\n### Inside\n\n- "
            "stones\n\n---\n\n## Notes\n\n- a\n\n---\n\n## Weather\n\nFine.\n\n---\n\n*Last updated: 2026-01-02*\n");
  EXPECT_TRUE(editing.edit(kText, {InsertSection{"scope", "Scope", "x"}}).starts_with("usage: "));
}

}  // namespace
}  // namespace milepost
