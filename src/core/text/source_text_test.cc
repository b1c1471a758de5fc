// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/source_text.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text/text_edit.h"

namespace milepost {
namespace {

TEST(SourceText, KnowsItsLines) {
  const SourceText text("a\nbc\r\nd\re");
  ASSERT_EQ(text.line_count(), 4U);
  EXPECT_EQ(text.slice(text.line(0)), "a");
  EXPECT_EQ(text.slice(text.line(1)), "bc");
  EXPECT_EQ(text.slice(text.line(2)), "d");
  EXPECT_EQ(text.slice(text.line(3)), "e");
  EXPECT_EQ(text.eol_style(), EolStyle::mixed);
  EXPECT_FALSE(text.ends_with_newline());
  EXPECT_EQ(SourceText("a\n").line_count(), 2U);
  EXPECT_EQ(SourceText("").line_count(), 1U);
}

TEST(SourceText, TellsLineEndsApart) {
  EXPECT_EQ(SourceText("a").eol_style(), EolStyle::none);
  EXPECT_EQ(SourceText("a\nb\n").eol_style(), EolStyle::lf);
  EXPECT_EQ(SourceText("a\r\nb\r\n").eol_style(), EolStyle::crlf);
  EXPECT_EQ(SourceText("a\rb\r").eol_style(), EolStyle::cr);
}

TEST(SourceText, CountsColumnsInBytesAndInUtf16) {
  const SourceText text("é😀x\n\xFFy");
  EXPECT_EQ(text.position(6).line, 1U);
  EXPECT_EQ(text.position(6).byte_column, 7U);
  EXPECT_EQ(text.utf16_column(6), 3U);
  EXPECT_EQ(text.utf16_column(9), 1U);
  EXPECT_EQ(text.offset_at_utf16(0, 3), 6U);
  EXPECT_EQ(text.offset_at_utf16(0, 99), 7U);
  EXPECT_EQ(text.offset_at_utf16(1, 1), 9U);
  EXPECT_EQ(text.offset_at_utf16(9, 0), 10U);
}

TEST(SourceText, ValidatesUtf8) {
  EXPECT_TRUE(SourceText("a é 日本 😀").is_valid_utf8());
  for (const std::string bad : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"})
    EXPECT_FALSE(SourceText(bad).is_valid_utf8());
}

TEST(ClassifyContent, LeavesBinaryAndEncryptedFilesAlone) {
  EXPECT_EQ(classify_content("# Text\n"), ContentKind::text);
  EXPECT_EQ(classify_content(""), ContentKind::text);
  EXPECT_EQ(classify_content(std::string("a\0b", 3)), ContentKind::binary);
  EXPECT_EQ(classify_content(std::string("\0GITCRYPT\0xyz", 13)), ContentKind::git_crypt);
  EXPECT_EQ(classify_content("\xFF\xFE# "), ContentKind::binary);
  EXPECT_EQ(classify_content(std::string(9000, 'a') + '\0'), ContentKind::text);
}

TEST(ApplyEdits, ReplacesOnlyTheRanges) {
  EXPECT_EQ(apply_edits("a\r\nb c", {{{3, 4}, "X"}, {{0, 0}, "1"}, {{0, 0}, "2"}, {{6, 6}, "!"}}).value(),
            "12a\r\nX c!");
  EXPECT_FALSE(apply_edits("abc", {{{0, 2}, ""}, {{1, 3}, ""}}));
  EXPECT_FALSE(apply_edits("abc", {{{2, 4}, ""}}));
}

}  // namespace
}  // namespace milepost
