// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/relative_link.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(RelativeLink, IsResolvedAgainstTheFolderOfItsDocument) {
  EXPECT_EQ(resolve_link("docs/milestones/README.md", "m1.md"), "docs/milestones/m1.md");
  EXPECT_EQ(resolve_link("docs/milestones/README.md", "../plan.md#goal"), "docs/plan.md");
  EXPECT_EQ(resolve_link("README.md", "./a/../b.md?x=1"), "b.md");
  EXPECT_EQ(resolve_link("docs/a.md", "/b.md"), "b.md");
  EXPECT_EQ(resolve_link("a.md", "m-6%20-%20new.md"), "m-6 - new.md");
}

TEST(RelativeLink, LeadsNowhereElse) {
  EXPECT_EQ(resolve_link("docs/a.md", "../../etc/passwd"), "");
  EXPECT_EQ(resolve_link("docs/a.md", "https://example.org/x.md"), "");
  EXPECT_EQ(resolve_link("docs/a.md", "mailto:someone"), "");
  EXPECT_EQ(resolve_link("docs/a.md", "#anchor"), "");
  EXPECT_EQ(resolve_link("docs/a.md", "//host/x.md"), "");
}

TEST(RelativeLink, BrokenEscapesAreKept) { EXPECT_EQ(resolve_link("a.md", "100%zz.md"), "100%zz.md"); }

TEST(PathFrom, NamesTheOtherFileFromTheFolderOfTheFirst) {
  EXPECT_EQ(path_from("docs/milestones/M1.md", "docs/milestones/README.md"), "README.md");
  EXPECT_EQ(path_from("docs/a/M1.md", "docs/b/c/x.md"), "../b/c/x.md");
  EXPECT_EQ(path_from("M1.md", "docs/x.md"), "docs/x.md");
  EXPECT_EQ(path_from("docs/sub/M1.md", "x.md"), "../../x.md");
  EXPECT_EQ(path_from("docs/ab/M1.md", "docs/abc/x.md"), "../abc/x.md");
}

}  // namespace
}  // namespace milepost
