// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/path_gate.h"

#include <gtest/gtest.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

class PathGateTest : public testing::Test {
 protected:
  PathGateTest() {
    files_.write("/w/docs/M1.md", "");
    files_.write("/w/docs/docs/M1.md", "");
    files_.write("/w/M9.md", "");
    files_.write("/secret/key.md", "");
    files_.write("/w2/near.md", "");
    files_.make_link("/w/out", "/secret");
    files_.make_link("/w/in.md", "docs/M1.md");
  }

  ErrorKind kind_of(const std::string& path) {
    const auto done = gate_.to_relative(path);
    return done ? ErrorKind::internal : done.error().kind;
  }

  MemoryFileSystem files_;
  PathGate gate_{files_, "/w", "/w/docs"};
};

TEST_F(PathGateTest, RelativeToTheStartThenToTheRoot) {
  EXPECT_EQ(gate_.to_relative("M1.md"), "docs/M1.md");
  EXPECT_EQ(gate_.to_relative("docs/M1.md"), "docs/docs/M1.md");  // the start comes first
  EXPECT_EQ(gate_.to_relative("M9.md"), "M9.md");
  EXPECT_EQ(gate_.to_relative("../M9.md"), "M9.md");
  EXPECT_EQ(gate_.to_relative("/w/docs/M1.md"), "docs/M1.md");
}

TEST_F(PathGateTest, LinksInsideAreResolved) { EXPECT_EQ(gate_.to_relative("/w/in.md"), "docs/M1.md"); }

TEST_F(PathGateTest, WhatLeadsOutIsRefused) {
  EXPECT_EQ(kind_of("/secret/key.md"), ErrorKind::usage);
  EXPECT_EQ(kind_of("../../secret/key.md"), ErrorKind::usage);
  EXPECT_EQ(kind_of("/w/out/key.md"), ErrorKind::usage);
  EXPECT_EQ(kind_of("/w2/near.md"), ErrorKind::usage);
  EXPECT_EQ(kind_of("../../nowhere.md"), ErrorKind::usage);
  EXPECT_EQ(kind_of(""), ErrorKind::usage);
  EXPECT_EQ(kind_of(std::string("M1.md\0x", 7)), ErrorKind::usage);
}

TEST_F(PathGateTest, WhatIsNotThereIsNotFound) { EXPECT_EQ(kind_of("M2.md"), ErrorKind::not_found); }

TEST(NormalisePath, WorksOnTheLettersAlone) {
  EXPECT_EQ(normalise_path("/a/./b//../c/"), "/a/c");
  EXPECT_EQ(normalise_path("/../.."), "/");
}

}  // namespace
}  // namespace milepost
