// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The patches are also given to `git apply` by the transcripts of the writing commands; here is what they look like,
// and that a simple reader of patches gets the new text back from the old one, for any edits.
#include "core/text/unified_patch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace milepost {
namespace {

TEST(UnifiedPatch, ShowsOneChangedLineWithItsNeighbours) {
  const auto patch = format_patch({"a.md", "a.md", "1\n2\n3\n4\nold\n6\n7\n8\n9\n", {{{8, 11}, "new"}}});
  ASSERT_TRUE(patch);
  EXPECT_EQ(*patch,
            "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n");
}

TEST(UnifiedPatch, SaysWhereTheLastNewlineIsMissing) {
  const auto patch = format_patch({"a.md", "a.md", "x\ny", {{{2, 3}, "z"}}});
  ASSERT_TRUE(patch);
  EXPECT_TRUE(
      patch->ends_with("@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n"));
}

TEST(UnifiedPatch, NewMovedAndRemovedFilesHaveTheirHeaders) {
  EXPECT_EQ(format_patch({"", "new.md", "", {{{0, 0}, "a\n"}}}).value(),
            "diff --git a/new.md b/new.md\nnew file mode 100644\n--- /dev/null\n+++ b/new.md\n@@ -0,0 +1,1 @@\n+a\n");
  EXPECT_EQ(format_patch({"a b.md", "c.md", "a\n", {}}).value(),
            "diff --git a/a b.md b/c.md\nrename from a b.md\nrename to c.md\n");
  EXPECT_EQ(
      format_patch({"old.md", "", "a\n", {}}).value(),
      "diff --git a/old.md b/old.md\ndeleted file mode 100644\n--- a/old.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n");
}

TEST(UnifiedPatch, OddPathsAreQuotedAsGitQuotesThem) {
  EXPECT_TRUE(format_patch({"", "\xC3\xA9\".md", "", {{{0, 0}, "a\n"}}})
                  .value()
                  .starts_with("diff --git \"a/\\303\\251\\\".md\" \"b/\\303\\251\\\".md\"\n"));
}

TEST(UnifiedPatch, NothingChangedIsNoPatch) {
  EXPECT_EQ(format_patch({"a.md", "a.md", "a\n", {}}).value(), "");
  EXPECT_EQ(format_patch({"a.md", "a.md", "a\n", {{{0, 1}, "a"}}}).value(), "");
}

// Applies the hunks of a patch without help from the code that made it.
std::string apply_by_hand(const std::string& old_text, const std::string& patch) {
  std::string out;
  std::size_t old_at = 0;
  std::size_t old_line = 0;
  const auto copy_line = [&](bool keep) {
    const std::size_t end = old_text.find('\n', old_at);
    const std::size_t next = end == std::string::npos ? old_text.size() : end + 1;
    if (keep) out += old_text.substr(old_at, next - old_at);
    old_at = next;
    ++old_line;
  };
  std::size_t at = patch.find("@@ -");
  while (at < patch.size()) {
    const std::size_t end = patch.find('\n', at);
    std::string line = patch.substr(at, end - at + 1);
    at = end + 1;
    if (patch.compare(at, 1, "\\") == 0) {
      line.pop_back();
      at = patch.find('\n', at) + 1;
    }
    if (line.starts_with("@@ -")) {
      const std::size_t begin = std::stoul(line.substr(4));
      const bool none = line.substr(line.find(',') + 1).starts_with("0 ");
      while (old_line + (none ? 0 : 1) < begin) copy_line(true);
    } else if (line[0] == '+') {
      out += line.substr(1);
    } else {
      copy_line(line[0] == ' ');
    }
  }
  return out + old_text.substr(old_at);
}

RC_GTEST_PROP(UnifiedPatch, TheNewTextComesBackFromThePatch, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', '\n', '\r'));
  std::vector<TextEdit> edits;
  ByteOffset at = 0;
  while (at <= text.size() && *rc::gen::inRange(0, 4) != 0) {
    const auto begin = *rc::gen::inRange<ByteOffset>(at, static_cast<ByteOffset>(text.size()) + 1);
    const auto end =
        *rc::gen::inRange<ByteOffset>(begin, std::min(begin + 6, static_cast<ByteOffset>(text.size())) + 1);
    edits.push_back({{begin, end}, *rc::gen::container<std::string>(rc::gen::element('c', 'a', '\n'))});
    at = end + 1;
  }
  const auto expected = apply_edits(text, edits);
  RC_ASSERT(expected.has_value());
  const auto patch = format_patch({"f", "f", text, edits});
  RC_ASSERT(patch.has_value());
  RC_ASSERT(patch->empty() == (*expected == text));
  if (!patch->empty()) RC_ASSERT(apply_by_hand(text, *patch) == *expected);
}

}  // namespace
}  // namespace milepost
