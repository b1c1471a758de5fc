// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The exact bytes that scan_markdown reports. That the structure is right is the business of tests/differential.
#include "core/text/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace milepost {
namespace {

using ::testing::ElementsAre;

class MarkdownScan {
 public:
  explicit MarkdownScan(std::string text, ByteOffset begin = 0) : text_(std::move(text)) {
    scan_markdown(text_, begin, scan_);
  }

  [[nodiscard]] const Block& first(BlockKind kind) const {
    for (const Block& block : scan_.blocks)
      if (block.kind == kind) return block;
    ADD_FAILURE() << "no such block in " << text_;
    return scan_.blocks.front();
  }
  [[nodiscard]] std::vector<std::string> all(BlockKind kind) const {
    std::vector<std::string> found;
    for (const Block& block : scan_.blocks)
      if (block.kind == kind) found.push_back(text(block.range));
    return found;
  }
  [[nodiscard]] std::vector<std::string> lines(const Block& block) const {
    std::vector<std::string> found;
    for (std::uint32_t i = 0; i < block.lines_count; ++i) found.push_back(text(scan_.lines[block.lines_begin + i]));
    return found;
  }
  [[nodiscard]] std::vector<std::string> cells(std::uint32_t row) const {
    std::vector<std::string> found;
    for (const Block& block : scan_.blocks) {
      if (block.kind != BlockKind::table_row || row-- != 0) continue;
      for (std::uint32_t i = 0; i < block.cells_count; ++i) found.push_back(text(scan_.cells[block.cells_begin + i]));
    }
    return found;
  }
  [[nodiscard]] std::string boxes() const {
    std::string found;
    for (const Block& block : scan_.blocks)
      if (block.box != kNoOffset) found += text_[block.box];
    return found;
  }
  [[nodiscard]] std::string text(ByteRange range) const { return std::string(slice(text_, range)); }
  [[nodiscard]] const Markdown& scan() const { return scan_; }

 private:
  std::string text_;
  Markdown scan_;
};

TEST(ScanMarkdown, GivesHeadingsWithoutTheirMarks) {
  const MarkdownScan atx("# One\n\n  ##  Two  ## \n");
  EXPECT_THAT(atx.all(BlockKind::heading), ElementsAre("# One", "##  Two  ## "));
  EXPECT_EQ(atx.text(atx.scan().blocks[1].content), "Two");
  EXPECT_EQ(atx.scan().blocks[1].line, 2U);
  EXPECT_EQ(atx.scan().blocks[1].level, 2);

  const MarkdownScan setext("One\ntwo \n===\n");
  const Block& heading = setext.first(BlockKind::heading);
  EXPECT_EQ(heading.flags, kSetext);
  EXPECT_EQ(setext.text(heading.content), "One\ntwo");
  EXPECT_EQ(setext.text(heading.range), "One\ntwo \n===");
}

TEST(ScanMarkdown, PointsToTheByteInsideTheBox) {
  EXPECT_EQ(MarkdownScan("- [ ] a\n  1. [x] b\n     * [X] c\n> + [ ] d\n").boxes(), " xX ");
  EXPECT_EQ(MarkdownScan("- [ ]\n- [-] a\n- [ ]a\n-     [ ] a\n[ ] a\n").boxes(), "");
}

TEST(ScanMarkdown, CountsNoBoxesInFencesCommentsAndRawHtml) {
  EXPECT_EQ(MarkdownScan("````md\n```\n- [ ] no\n```\n````\n- [x] yes\n").boxes(), "x");
  EXPECT_EQ(MarkdownScan("<!--\n- [ ] no\n\n- [ ] no\n-->\n- [x] yes\n").boxes(), "x");
  EXPECT_EQ(MarkdownScan("<details>\n- [ ] no\n\n- [x] yes\n\n</details>\n").boxes(), "x");
  EXPECT_EQ(MarkdownScan("~~~\n- [ ] no\n```\n- [ ] no").boxes(), "");
}

TEST(ScanMarkdown, CutsContainerPrefixesFromLines) {
  const MarkdownScan scan("> - one\n>   two\nthree\n");
  const Block& paragraph = scan.first(BlockKind::paragraph);
  EXPECT_THAT(scan.lines(paragraph), ElementsAre("one", "two", "three"));
  EXPECT_EQ(scan.text(paragraph.range), "one\n>   two\nthree");
  EXPECT_EQ(scan.text(scan.first(BlockKind::block_quote).range), "> - one\n>   two\nthree");
}

TEST(ScanMarkdown, EndsContainersWithTheirLastContent) {
  const MarkdownScan scan("- a\n\n  b\n\n\n# c\n");
  EXPECT_EQ(scan.text(scan.first(BlockKind::list).range), "- a\n\n  b");
  EXPECT_EQ(scan.text(scan.first(BlockKind::list_item).content), "a");
  EXPECT_EQ(scan.first(BlockKind::list).flags & kTight, 0);
}

TEST(ScanMarkdown, GivesFencesTheirInfoAndLines) {
  const MarkdownScan scan("  ```` sh  \n  a\n   b\n\n  `````\nafter");
  const Block& fence = scan.first(BlockKind::fenced_code);
  EXPECT_EQ(scan.text(fence.content), "sh");
  EXPECT_EQ(fence.level, 4);
  EXPECT_EQ(fence.flags, 0);
  EXPECT_THAT(scan.lines(fence), ElementsAre("a", " b", ""));
  EXPECT_EQ(scan.text(fence.range), "```` sh  \n  a\n   b\n\n  `````");
}

TEST(ScanMarkdown, MarksFencesThatAreNeverClosed) {
  EXPECT_EQ(MarkdownScan("```\na\n").first(BlockKind::fenced_code).flags, kUnclosed);
  EXPECT_EQ(MarkdownScan("> ```\n> a\n\n```\n").first(BlockKind::fenced_code).flags, kUnclosed);
  EXPECT_EQ(MarkdownScan("<!-- a\n").first(BlockKind::html).flags, kUnclosed);
  EXPECT_EQ(MarkdownScan("<div>\n").first(BlockKind::html).flags, 0);
}

TEST(ScanMarkdown, CutsTablesToTheCell) {
  const MarkdownScan scan("| a |  | c\\|d |\n|---|---|---|\n| `x|y` |\n");
  EXPECT_THAT(scan.cells(0), ElementsAre("a", "", "c\\|d"));
  EXPECT_THAT(scan.cells(1), ElementsAre("`x", "y`"));
  EXPECT_EQ(scan.scan().blocks[1].flags, kHeaderRow);
  EXPECT_EQ(scan.scan().blocks[2].flags, kRagged);
  EXPECT_EQ(scan.scan().blocks[2].line, 2U);
  // An empty cell is a place to write.
  EXPECT_EQ(scan.scan().cells[1], (ByteRange{6, 6}));
}

TEST(ScanMarkdown, SplitsATableFromTheParagraphBeforeIt) {
  const MarkdownScan scan("text\n| a |\n|---|\n| b |\n");
  EXPECT_THAT(scan.all(BlockKind::paragraph), ElementsAre("text"));
  EXPECT_THAT(scan.all(BlockKind::table), ElementsAre("| a |\n|---|\n| b |"));
  EXPECT_EQ(scan.first(BlockKind::table).line, 1U);
}

TEST(ScanMarkdown, KeepsDefinitionsAsBlocks) {
  const MarkdownScan scan("[a]: /b\n  'c'\n[d]: e\ntext\n");
  EXPECT_THAT(scan.all(BlockKind::link_reference_definition), ElementsAre("[a]: /b\n  'c'", "[d]: e"));
  EXPECT_EQ(scan.first(BlockKind::paragraph).line, 3U);
}

TEST(ScanMarkdown, ReadsEveryKindOfLineEnd) {
  for (const std::string eol : {"\n", "\r\n", "\r"}) {
    const MarkdownScan scan("# A" + eol + "- [x] b" + eol + eol + "| c |" + eol + "|---|" + eol + "| d |");
    EXPECT_THAT(scan.all(BlockKind::heading), ElementsAre("# A"));
    EXPECT_EQ(scan.boxes(), "x");
    EXPECT_THAT(scan.all(BlockKind::table_row), ElementsAre("| c |", "| d |"));
    EXPECT_EQ(scan.first(BlockKind::table).line, 3U);
  }
}

TEST(ScanMarkdown, CountsLinesFromTheStartOfTheText) {
  const MarkdownScan scan("---\na: b\n---\n# T\n", 13);
  EXPECT_EQ(scan.first(BlockKind::heading).line, 3U);
  EXPECT_EQ(scan.text(scan.first(BlockKind::heading).range), "# T");
}

TEST(ScanMarkdown, TakesNulAndMalformedBytesAsText) {
  const MarkdownScan scan(std::string("- [ ] a\0b\xFF\n\xC3", 12));
  EXPECT_EQ(scan.boxes(), " ");
  EXPECT_THAT(scan.all(BlockKind::paragraph), ElementsAre(std::string("[ ] a\0b\xFF\n\xC3", 10)));
}

TEST(ScanMarkdown, NestsNoDeeperThanItsCap) {
  const MarkdownScan quotes(std::string(10000, '>') + " a");
  EXPECT_EQ(quotes.scan().blocks.size(), kMaxNesting + 1U);
  std::string items;
  for (int i = 0; i < 10000; ++i) items += "- ";
  EXPECT_EQ(MarkdownScan(items + "a").scan().blocks.size(), 2 * kMaxNesting + 1U);
}

TEST(ScanMarkdown, GivesNothingForNothing) {
  EXPECT_TRUE(MarkdownScan("").scan().blocks.empty());
  EXPECT_TRUE(MarkdownScan("\n \n\t\r\n").scan().blocks.empty());
  EXPECT_TRUE(MarkdownScan("abc", 3).scan().blocks.empty());
}

}  // namespace
}  // namespace milepost
