// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/markdown_text.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(MarkdownText, NothingOfATextIsMarkup) {
  EXPECT_EQ(escape_markdown("a|b *c* _d_ `e` ~f~ $g$"), "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\~f\\~ \\$g\\$");
  EXPECT_EQ(escape_markdown("![x](y) <b>&amp;"), "\\!\\[x\\](y) &lt;b&gt;&amp;amp;");
  EXPECT_EQ(escape_markdown("one\ntwo\x1b[31m"), "one two\\[31m");
}

TEST(MarkdownText, NobodyIsCalledAndNothingIsLinked) {
  EXPECT_EQ(escape_markdown("@team #12 a@b.org"), "@<!-- -->team \\#<!-- -->12 a@<!-- -->b.org");
  EXPECT_EQ(escape_markdown("https://e.org www.e.org"), "https<!-- -->://e.org <!-- -->www.e.org");
}

TEST(MarkdownCode, IsOneWordWhateverIsInIt) {
  EXPECT_EQ(to_markdown_code("docs/a.md:3"), "`docs/a.md:3`");
  EXPECT_EQ(to_markdown_code("a``b`"), "``` a``b` ```");
  EXPECT_EQ(to_markdown_code("a|b"),
            "`a\xE2\x88\xA3"
            "b`");
}

}  // namespace
}  // namespace milepost
