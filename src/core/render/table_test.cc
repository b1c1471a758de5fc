// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/table.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

Table sample() {
  Table table;
  table.columns = {
      {"ID"}, {"TITLE", Align::left, Cut::end, 6}, {"%", Align::right}, {"PATH", Align::left, Cut::start, 5, 1}};
  table.rows = {{cell("M1"), cell("Payment retries"), cell("60"), cell("docs/milestones/M1.md")},
                {cell("M22"), cell("日本語"), cell("5"), cell("docs/M22.md")}};
  return table;
}

TEST(Table, IsNeverCutWithoutAWidth) {
  EXPECT_EQ(to_text(sample(), Style(), std::nullopt),
            "ID   TITLE             %  PATH\n"
            "M1   Payment retries  60  docs/milestones/M1.md\n"
            "M22  日本語            5  docs/M22.md\n");
}

TEST(Table, ShrinksTheWidestFirst) {
  EXPECT_EQ(to_text(sample(), Style(), 34),
            "ID   TITLE         %  PATH\n"
            "M1   Payment re…  60  …tones/M1.md\n"
            "M22  日本語        5  docs/M22.md\n");
}

TEST(Table, LeavesColumnsOutWhenNothingElseHelps) {
  EXPECT_EQ(to_text(sample(), Style(), 15),
            "ID   TITLE    %\n"
            "M1   Payme…  60\n"
            "M22  日本語   5\n");
}

TEST(Table, PaintsSpansAndKeepsColumnsAligned) {
  Table table;
  table.has_header = false;
  table.indent = 2;
  table.columns = {{""}, {""}};
  table.rows = {{{{"ab", TextRole::good}, {"c", TextRole::dim}}, cell("x")}, {cell("a"), cell("y")}};
  EXPECT_EQ(to_text(table, Style(true, false), std::nullopt),
            "  \x1b[32mab\x1b[0m\x1b[2mc\x1b[0m  x\n"
            "  a    y\n");
}

TEST(Table, TrailingEmptyCellsLeaveNoBlanks) {
  Table table;
  table.has_header = false;
  table.columns = {{""}, {""}, {""}};
  table.rows = {{cell("a"), cell(""), cell("")}, {cell("b"), cell("cc"), cell("d")}};
  EXPECT_EQ(to_text(table, Style(), 80), "a\nb  cc  d\n");
}

}  // namespace
}  // namespace milepost
