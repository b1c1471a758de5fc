// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/path_moves.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

using Moves = std::vector<PathMove>;

TEST(PathMoves, AFolderTakesEverythingInItAlong) {
  const PathMoves moves(Moves{{"plans/active/tide", "plans/complete/2026/01/17/EP-1_tide"}});
  EXPECT_EQ(moves.after("plans/active/tide"), "plans/complete/2026/01/17/EP-1_tide");
  EXPECT_EQ(moves.after("plans/active/tide/milestones/MS001.md"),
            "plans/complete/2026/01/17/EP-1_tide/milestones/MS001.md");
  EXPECT_EQ(moves.after("plans/active/tides/plan.md"), "plans/active/tides/plan.md");
  EXPECT_FALSE(moves.moves("plans/active"));
}

TEST(PathMoves, TheLongestMovedBeginningDecides) {
  const PathMoves moves(Moves{{"a", "b"}, {"a/x.md", "c/y.md"}});
  EXPECT_EQ(moves.after("a/x.md"), "c/y.md");
  EXPECT_EQ(moves.after("a/z.md"), "b/z.md");
}

TEST(PathMoves, WhatStaysIsNoMove) {
  const PathMoves moves(Moves{{"a.md", "a.md"}, {"", "b"}});
  EXPECT_TRUE(moves.empty());
  EXPECT_EQ(moves.after("a.md"), "a.md");
  EXPECT_TRUE(moves.names().empty());
}

}  // namespace
}  // namespace milepost
