// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/render/csv.h"
#include "core/render/porcelain.h"

namespace milepost {
namespace {

std::string csv(const std::vector<std::string>& cells, CsvFormulas formulas = CsvFormulas::kept) {
  std::string out;
  append_csv_row(out, cells, formulas);
  return out;
}

TEST(Csv, QuotesOnlyWhatNeedsIt) {
  EXPECT_EQ(csv({"a", "b c", ""}), "a,b c,\r\n");
  EXPECT_EQ(csv({"a,b", "say \"x\"", "two\nlines"}), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
}

TEST(Csv, DefusesFormulasWhenAsked) {
  EXPECT_EQ(csv({"=1+1", "+a", "-b", "@c", "d"}), "=1+1,+a,-b,@c,d\r\n");
  EXPECT_EQ(csv({"=1+1", "+a", "-b", "@c", "d"}, CsvFormulas::defused), "'=1+1,'+a,'-b,'@c,d\r\n");
}

TEST(Porcelain, ALineIsAlwaysOneLine) {
  const std::vector<std::string> fields{"a\tb", "c\nd\r", "e\\f", ""};
  std::string out;
  append_porcelain_row(out, fields, LineEnd::newline);
  EXPECT_EQ(out, "a\\tb\tc\\nd\\r\te\\\\f\t\n");
  out.clear();
  append_porcelain_row(out, {fields.begin(), 1}, LineEnd::nul);
  EXPECT_EQ(out, std::string("a\\tb\0", 5));
}

}  // namespace
}  // namespace milepost
