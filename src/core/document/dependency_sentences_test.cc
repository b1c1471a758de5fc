// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dependency_sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "core/document/dialect_set.h"
#include "core/text/markdown.h"

namespace milepost {
namespace {

class DependencySentences : public testing::Test {
 protected:
  // What stands behind each label, one after the other.
  std::string values_of(std::string_view bytes) {
    Markdown markdown;
    scan_markdown(bytes, 0, markdown);
    labels_.clear();
    find_labels_of_lines(bytes, markdown);
    const std::size_t before = labels_.size();
    const auto blocks = static_cast<std::uint32_t>(markdown.blocks.size());
    find_dependency_sentences(bytes, markdown, *dialects_.dialects().back(), {0, blocks}, labels_);
    std::string values;
    for (std::size_t i = before; i < labels_.size(); ++i)
      values.append("[").append(slice(bytes, labels_[i].value)).append("]");
    return values;
  }

  void find_labels_of_lines(std::string_view bytes, const Markdown& markdown) {
    collect_labels(bytes, markdown, 0, static_cast<std::uint32_t>(markdown.blocks.size()), PlainLabels::yes, labels_);
  }

  DialectSet dialects_ = DialectSet::built_in().value();
  std::vector<PlacedLabel> labels_;
};

TEST_F(DependencySentences, begin_in_the_middle_of_a_line) {
  EXPECT_EQ(values_of("We write it back. Depends on: M2 and M3.\n"), "[M2 and M3]");
  EXPECT_EQ(values_of("We write it back (depends on: M2 (Parser)) soon.\n"), "[M2 (Parser)]");
  EXPECT_EQ(values_of("A stall — **Depends on:** M2. Then we open.\n"), "[M2]");
  EXPECT_EQ(values_of("One line.\nMore; blocked by: M2\n"), "[M2]");
}

TEST_F(DependencySentences, are_no_other_labels_and_no_lines_of_their_own) {
  EXPECT_EQ(values_of("Depends on: M2\n"), "");
  EXPECT_EQ(values_of("The menu. It says: M9 is a dish.\n"), "");
  EXPECT_EQ(values_of("We know. `Depends on: M2` is a label.\n"), "");
  EXPECT_EQ(values_of("    Code. Depends on: M2\n"), "");
}

TEST_F(DependencySentences, end_the_value_that_they_stand_in) {
  const std::string bytes = "Status: planned. Depends on: M2\n";
  EXPECT_EQ(values_of(bytes), "[M2]");
  EXPECT_EQ(slice(bytes, labels_.front().value), "planned");
}

TEST_F(DependencySentences, a_hostile_line_gives_a_few_only) {
  std::string bytes = "Text";
  for (int i = 0; i < 5000; ++i) bytes += ". Depends on: M2";
  values_of(bytes + "\n");
  EXPECT_EQ(labels_.size(), 20U);
}

}  // namespace
}  // namespace milepost
