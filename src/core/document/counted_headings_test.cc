// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/counted_headings.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text/markdown.h"

namespace milepost {
namespace {

// The names of the counted headings, one after the other.
std::string names_of(std::string_view bytes) {
  Markdown markdown;
  scan_markdown(bytes, 0, markdown);
  Outline outline;
  build_outline(bytes, markdown, outline);
  std::string names;
  for (const CountedHeading& one : find_counted_headings(bytes, outline)) {
    ByteRange text = outline.headings[one.heading].text;
    text.begin += one.number_length;
    names.append("[").append(slice(bytes, text)).append("]");
  }
  return names;
}

TEST(CountedHeadings, count_from_the_beginning_without_a_gap) {
  EXPECT_EQ(names_of("# T\n## 1. Parser\n## 2. Writer\n"), "[Parser][Writer]");
  EXPECT_EQ(names_of("# T\n## 0) Zero\n## 1) One\n"), "[Zero][One]");
  EXPECT_EQ(names_of("# T\n## 2. Parser\n## 3. Writer\n"), "");
  EXPECT_EQ(names_of("# T\n## 1. Parser\n## 3. Writer\n"), "");
  EXPECT_EQ(names_of("# T\n## 1. Parser\n"), "");
}

TEST(CountedHeadings, stand_on_one_level_with_others_between_them) {
  EXPECT_EQ(names_of("# T\n## Before\n## 1. Parser\n### 1. Part\n### 2. Part\n## Notes\n## 2.  Writer\n## After\n"),
            "[Parser][Writer]");
  EXPECT_EQ(names_of("# T\n#### 1. Deep\n#### 2. Deeper\n"), "");
}

TEST(CountedHeadings, chapters_of_chapters_years_and_bare_numbers_do_not_count) {
  EXPECT_EQ(names_of("# T\n## 1.1 Parser\n## 1.2 Writer\n"), "");
  EXPECT_EQ(names_of("# T\n## 1\n## 2\n"), "");
  EXPECT_EQ(names_of("# T\n## 1.\n## 2.\n"), "");
  EXPECT_EQ(names_of("# T\n## 99999999999999. Much\n## 2. Writer\n"), "");
}

}  // namespace
}  // namespace milepost
