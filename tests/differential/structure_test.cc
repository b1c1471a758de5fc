// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The identity property: on any bytes the ranges of a scan nest, are in order and lose no byte.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "differential/random_markdown.h"
#include "differential/structure_check.h"

namespace milepost::testing {
namespace {

void expect_sound(const std::string& text) {
  Markdown scan;
  scan_markdown(text, 0, scan);
  EXPECT_EQ(find_structure_fault(text, scan), "") << text;
  EXPECT_EQ(rebuild_from_lines(text, scan), text);
}

TEST(Structure, IsSoundForRandomDocuments) {
  for (const std::string& text : random_documents(3, 20000)) expect_sound(text);
}

// Line ends of every kind, in every mixture.
TEST(Structure, IsSoundWithMixedLineEnds) {
  std::uint32_t turn = 0;
  for (std::string text : random_documents(4, 5000)) {
    for (char& c : text)
      if (c == '\n' && ++turn % 3 == 0) c = '\r';
    expect_sound(text);
  }
}

RC_GTEST_PROP(Structure, IsSoundForAnyBytes, (const std::string& text)) {
  Markdown scan;
  scan_markdown(text, 0, scan);
  RC_ASSERT(find_structure_fault(text, scan) == "");
  RC_ASSERT(rebuild_from_lines(text, scan) == text);
}

// What was scanned before must not show.
RC_GTEST_PROP(Structure, ReusedVectorsGiveTheSame, (const std::string& first, const std::string& second)) {
  Markdown reused;
  scan_markdown(first, 0, reused);
  scan_markdown(second, 0, reused);
  Markdown fresh;
  scan_markdown(second, 0, fresh);
  RC_ASSERT(reused.blocks.size() == fresh.blocks.size());
  RC_ASSERT(reused.lines == fresh.lines);
  RC_ASSERT(reused.cells == fresh.cells);
}

}  // namespace
}  // namespace milepost::testing
