// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/compose_edits.h"

#include <gtest/gtest.h>

#include <random>

namespace milepost {
namespace {

TEST(ComposedEdits, OneRoundIsTheEditsThemselves) {
  ComposedEdits composed("- [ ] a\n- [ ] b\n");
  ASSERT_TRUE(composed.add({{{11, 12}, "x"}, {{3, 4}, "x"}}));
  EXPECT_EQ(composed.text(), "- [x] a\n- [x] b\n");
  ASSERT_EQ(composed.edits().size(), 2U);
  EXPECT_EQ(composed.edits()[0].range, (ByteRange{3, 4}));
  EXPECT_EQ(composed.edits()[1].range, (ByteRange{11, 12}));
}

TEST(ComposedEdits, ASecondRoundSpeaksOfTheTextThatTheFirstMade) {
  ComposedEdits composed("one two");
  ASSERT_TRUE(composed.add({{{0, 0}, ">> "}, {{3, 4}, "--"}}));  // ">> one--two"
  ASSERT_TRUE(composed.add({{{1, 3}, ""}, {{6, 7}, "+"}, {{11, 11}, "!"}}));
  EXPECT_EQ(composed.text(), ">one+-two!");
  EXPECT_EQ(*apply_edits("one two", composed.edits()), ">one+-two!");
}

TEST(ComposedEdits, OverlapsAndPlacesOutsideAreRefusedAndChangeNothing) {
  ComposedEdits composed("abc");
  EXPECT_FALSE(composed.add({{{0, 2}, ""}, {{1, 3}, ""}}));
  EXPECT_FALSE(composed.add({{{2, 4}, ""}}));
  EXPECT_FALSE(composed.add({{{4, 4}, "x"}}));
  EXPECT_EQ(composed.text(), "abc");
  EXPECT_TRUE(composed.edits().empty());
}

TEST(ComposedEdits, AnEmptyTextCanBeFilled) {
  ComposedEdits composed("");
  ASSERT_TRUE(composed.add({{{0, 0}, "a"}}));
  ASSERT_TRUE(composed.add({{{0, 0}, "b"}, {{1, 1}, "c"}}));
  EXPECT_EQ(composed.text(), "bac");
  EXPECT_EQ(*apply_edits("", composed.edits()), "bac");
}

// Random rounds: the composed edits do to the original what the rounds did one after the other.
TEST(ComposedEdits, DoWhatTheRoundsDid) {
  std::mt19937 random(20260114);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (int run = 0; run < 3000; ++run) {
    const std::string original(below(30), 'o');
    ComposedEdits composed(original);
    std::string text = original;
    for (std::uint32_t round = 1 + below(4); round > 0; --round) {
      std::vector<TextEdit> edits;
      for (std::uint32_t at = below(6); at <= text.size(); at += 1 + below(7)) {
        const auto end = static_cast<ByteOffset>(std::min<std::size_t>(text.size(), at + below(4)));
        edits.push_back({{at, end}, std::string(below(3), static_cast<char>('a' + below(26)))});
        at = end;
      }
      const auto next = apply_edits(text, edits);
      ASSERT_TRUE(next);
      ASSERT_TRUE(composed.add(edits));
      text = *next;
      ASSERT_EQ(composed.text(), text);
    }
    const auto direct = apply_edits(original, composed.edits());
    ASSERT_TRUE(direct);
    ASSERT_EQ(*direct, text);
    ByteOffset last = 0;
    for (const TextEdit& edit : composed.edits()) {
      ASSERT_TRUE(&edit == &composed.edits().front() || edit.range.begin >= last);
      last = edit.range.end;
    }
  }
}

}  // namespace
}  // namespace milepost
