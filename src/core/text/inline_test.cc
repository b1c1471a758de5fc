// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/inline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "kind text -> destination" of each inline.
std::vector<std::string> inlines(std::string_view text) {
  constexpr auto kNames = std::to_array<const char*>({"link", "image", "reference", "autolink", "code", "comment"});
  std::vector<Inline> found;
  scan_inlines(text, {0, static_cast<ByteOffset>(text.size())}, found);
  std::vector<std::string> described;
  for (const Inline& one : found)
    described.push_back(std::string(kNames[static_cast<std::size_t>(one.kind)]) + " " +
                        std::string(slice(text, one.text)) + " -> " + std::string(slice(text, one.destination)));
  return described;
}

TEST(ScanInlines, FindsLinksAndImages) {
  EXPECT_THAT(inlines("see [a b](c.md#d \"t\") and ![i](<e f>)"), ElementsAre("link a b -> c.md#d", "image i -> e f"));
  EXPECT_THAT(inlines("[a](b(c)d) [e]() [f](g"), ElementsAre("link a -> b(c)d", "link e -> "));
  EXPECT_THAT(inlines("[![a](b)](c)"), ElementsAre("link ![a](b) -> c", "image a -> b"));
  EXPECT_THAT(inlines("[a [b](c) d](e)"), ElementsAre("link b -> c"));
  EXPECT_THAT(inlines("\\[a](b) [a\\](b)"), IsEmpty());
}

TEST(ScanInlines, FindsReferencesAutolinksAndCode) {
  EXPECT_THAT(inlines("[a][b] [c][] [d]"), ElementsAre("reference a -> b", "reference c -> c"));
  EXPECT_THAT(inlines("<http://a.b> https://c.d/e). <x@y.z>"),
              ElementsAre("autolink http://a.b -> http://a.b", "autolink https://c.d/e -> https://c.d/e",
                          "autolink x@y.z -> x@y.z"));
  EXPECT_THAT(inlines("`` a`b `` `c` `[d](e)`"), ElementsAre("code a`b -> ", "code c -> ", "code [d](e) -> "));
  EXPECT_THAT(inlines("a <!-- b --> c <br>"), ElementsAre("comment  b  -> "));
}

TEST(PlainText, ShowsWhatAReaderSees) {
  EXPECT_EQ(plain_text("**Done** _soon_ ~~never~~ `code` [link](url) ![alt](src)"), "Done soon never code link alt");
  EXPECT_EQ(plain_text("snake_case_name and 2*3*4 __init__"), "snake_case_name and 234 init");
  EXPECT_EQ(plain_text("T01_S06_x ** not ** \\*kept\\*"), "T01_S06_x ** not ** *kept*");
  EXPECT_EQ(plain_text("a &amp; b &#8212; &unknown; &#x41;"), "a & b — &unknown; A");
  EXPECT_EQ(plain_text("  a \t b\nc  "), "a b c");
  EXPECT_EQ(plain_text("a<br>b <!-- gone --> c <b>d</b>"), "a b c d");
  EXPECT_EQ(plain_text("***x*** **a *b* c**"), "x a b c");
  EXPECT_EQ(plain_text("✅ **M1** – é 日本"), "✅ M1 – é 日本");
  EXPECT_EQ(plain_text("[ ] [x] [[wiki]]"), "[ ] [x] [[wiki]]");
  EXPECT_EQ(plain_text("a < b && c > d <"), "a < b && c > d <");
  EXPECT_EQ(plain_text(""), "");
  EXPECT_EQ(plain_text("\xFF*a*\xC3"),
            "\xFF"
            "a\xC3");
}

TEST(PlainText, UnescapesPipesOfCells) {
  EXPECT_EQ(plain_cell_text("`a \\| b` c \\| d"), "a | b c | d");
  EXPECT_EQ(plain_cell_text("plain"), "plain");
}

// Each of these made some parser quadratic. At this size a quadratic walk takes minutes.
TEST(PlainText, IsLinearOnHostileText) {
  const std::vector<std::string> parts = {"[",   "![",     "[a](",   "[a](b \"",  "<a b=\"", "<!--",   "`",  "*a ",
                                          "_a_", "[a][",   "<a ",    "**a*",      "[a](<b",  "&",      "a`", "<?",
                                          "]",   "*a _b ", "![[]()", "<![CDATA[", "~a ",     "[a](b'", "\\"};
  for (const std::string& part : parts) {
    std::string text;
    while (text.size() < 300000) text += part;
    EXPECT_LE(plain_text(text).size(), text.size());
    std::vector<Inline> found;
    scan_inlines(text, {0, static_cast<ByteOffset>(text.size())}, found);
    EXPECT_LE(found.size(), text.size());
  }
}

}  // namespace
}  // namespace milepost
