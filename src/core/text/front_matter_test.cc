// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/text/yaml_fast_path.h"
#include "core/text/yaml_library.h"

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Front {
 public:
  explicit Front(std::string text) : text_(std::move(text)) { read_front_matter(text_, front_); }

  [[nodiscard]] std::string value(std::string_view key) const {
    const YamlNode* node = front_.find(key);
    return node == nullptr ? "(none)" : node->kind == YamlKind::null ? "(null)" : node->value;
  }
  [[nodiscard]] std::string written(std::string_view key) const {
    const YamlNode* node = front_.find(key);
    return node == nullptr ? "(none)" : std::string(slice(text_, node->range));
  }
  [[nodiscard]] std::vector<std::string> children(std::string_view key) const {
    std::vector<std::string> found;
    const YamlNode* node = front_.find(key);
    if (node == nullptr) return found;
    const auto index = static_cast<std::uint32_t>(node - front_.nodes.data());
    for (std::uint32_t i = index + 1; i < node->end; ++i)
      if (front_.nodes[i].parent == index) found.push_back(front_.nodes[i].key + "=" + front_.nodes[i].value);
    return found;
  }
  [[nodiscard]] std::vector<FrontMatterTrouble> troubles() const {
    std::vector<FrontMatterTrouble> found;
    for (const FrontMatterProblem& problem : front_.problems) found.push_back(problem.trouble);
    return found;
  }
  [[nodiscard]] std::string at_problem(std::size_t index = 0) const {
    return std::string(slice(text_, front_.problems.at(index).range));
  }
  [[nodiscard]] std::string body() const { return text_.substr(front_.body_begin); }
  [[nodiscard]] const FrontMatter& get() const { return front_; }

 private:
  std::string text_;
  FrontMatter front_;
};

TEST(FrontMatter, ReadsScalarsInEveryStyle) {
  const Front front(
      "---\na: plain word # note\nb: \"two\\tparts\"\nc: 'it''s'\nd: |\n  one\n  two\n\ne: >-\n  one\n  two\nf:\n"
      "g: ~\n\"h i\": \"\"\nj: a\n  b\n---\nbody");
  EXPECT_EQ(front.value("a"), "plain word");
  EXPECT_EQ(front.written("a"), "plain word");
  EXPECT_EQ(front.value("b"), "two\tparts");
  EXPECT_EQ(front.written("b"), "\"two\\tparts\"");
  EXPECT_EQ(front.value("c"), "it's");
  EXPECT_EQ(front.value("d"), "one\ntwo\n");
  EXPECT_EQ(front.written("d"), "|\n  one\n  two");
  EXPECT_EQ(front.value("e"), "one two");
  EXPECT_EQ(front.value("f"), "(null)");
  EXPECT_EQ(front.written("f"), "");
  EXPECT_EQ(front.value("g"), "(null)");
  EXPECT_EQ(front.written("g"), "~");
  EXPECT_EQ(front.value("h i"), "");
  EXPECT_EQ(front.value("j"), "a b");
  EXPECT_THAT(front.troubles(), IsEmpty());
  EXPECT_EQ(front.body(), "body");
}

TEST(FrontMatter, PlacesAbsentValuesBehindTheColon) {
  const Front fast("---\na:\nb: 1\n---\n");
  EXPECT_EQ(fast.get().find("a")->range, (ByteRange{6, 6}));
  const Front slow("---\na:\nb: \"\\n\"\n---\n");
  EXPECT_EQ(slow.get().find("a")->range, (ByteRange{6, 6}));
}

TEST(FrontMatter, ReadsListsAndMaps) {
  const Front front("---\na: [x, \"y, z\", 'w']\nb:\n- x\n- y\nc:\n  - x\nd:\n  k: v\n  l:\ne: {m: n}\n---\n");
  EXPECT_THAT(front.children("a"), ElementsAre("=x", "=y, z", "=w"));
  EXPECT_EQ(front.written("a"), "[x, \"y, z\", 'w']");
  EXPECT_THAT(front.children("b"), ElementsAre("=x", "=y"));
  EXPECT_EQ(front.written("b"), "- x\n- y");
  EXPECT_THAT(front.children("c"), ElementsAre("=x"));
  EXPECT_THAT(front.children("d"), ElementsAre("k=v", "l="));
  EXPECT_THAT(front.children("e"), ElementsAre("m=n"));
}

TEST(FrontMatter, TakesPlaceholdersForScalars) {
  for (const std::string extra : {"", "z: \"\\n\"\n"}) {
    const Front front("---\na: {TEAM_SIZE}\nb: {{ title }} # x\nc: {A}/{B}\nd: [{A}, {B}]\ne: \"x - {Y}\"\n" + extra +
                      "---\n");
    EXPECT_EQ(front.value("a"), "{TEAM_SIZE}");
    EXPECT_TRUE(front.get().find("a")->placeholder);
    EXPECT_EQ(front.value("b"), "{{ title }}");
    EXPECT_EQ(front.value("c"), "{A}/{B}");
    EXPECT_THAT(front.children("d"), ElementsAre("={A}", "={B}"));
    EXPECT_EQ(front.value("e"), "x - {Y}");
    EXPECT_FALSE(front.get().find("e")->placeholder);
    EXPECT_THAT(front.troubles(), IsEmpty());
  }
}

TEST(FrontMatter, ReadsBehindBomAndWithAnyLineEnd) {
  const Front crlf("\xEF\xBB\xBF---\r\na: b\r\n...\r\nbody");
  EXPECT_EQ(crlf.value("a"), "b");
  EXPECT_EQ(crlf.body(), "body");
  EXPECT_EQ(Front("---\ra: b\r---\rbody").value("a"), "b");
}

TEST(FrontMatter, LeavesARuleBeforeProseAlone) {
  for (const std::string text :
       {"---\n\nSome prose.\n\n---\n", "---\n# Head\n---\n", "---\n", "# T\n\n---\n\nx: y\n\n---\n",
        "# T\n\n---\n**a**: b\n\n---\n", "text\n---\na: b\n---\n", "----\na: b\n---\n"}) {
    const Front front(text);
    EXPECT_FALSE(front.get().present) << text;
    EXPECT_THAT(front.troubles(), IsEmpty()) << text;
    EXPECT_EQ(front.body(), text);
  }
  EXPECT_TRUE(Front("---\n---\n").get().present);
}

TEST(FrontMatter, ReportsBlocksThatAreNotFirst) {
  const Front behind_blank("\n\n---\na: b\n---\nbody");
  EXPECT_THAT(behind_blank.troubles(), ElementsAre(FrontMatterTrouble::not_first));
  EXPECT_EQ(behind_blank.value("a"), "b");
  EXPECT_EQ(behind_blank.body(), "body");
  const Front behind_heading("# T\n\n---\na: b\n---\nbody");
  EXPECT_THAT(behind_heading.troubles(), ElementsAre(FrontMatterTrouble::not_first));
  EXPECT_EQ(behind_heading.value("a"), "b");
  EXPECT_EQ(behind_heading.get().body_begin, 0U);
}

TEST(FrontMatter, ReadsWhatItCanOfABlockThatIsNeverClosed) {
  const Front front("---\na: b\ntags:\n- x\n\n# T\n");
  EXPECT_FALSE(front.get().present);
  EXPECT_THAT(front.troubles(), ElementsAre(FrontMatterTrouble::never_closed));
  EXPECT_EQ(front.value("a"), "b");
  EXPECT_EQ(front.get().body_begin, 0U);
}

TEST(FrontMatter, SaysWhereYamlIsBrokenAndSavesTheRest) {
  const Front front("---\ntitle: Grün: bar\nstatus: done\nlist: [a, b\nowner: me\n---\n");
  EXPECT_THAT(front.troubles(), ElementsAre(FrontMatterTrouble::invalid_yaml));
  EXPECT_EQ(front.at_problem(), ": bar");
  EXPECT_EQ(front.value("title"), "Grün: bar");
  EXPECT_EQ(front.value("status"), "done");
  EXPECT_EQ(front.value("owner"), "me");
}

TEST(FrontMatter, ReportsDuplicateKeysAndCountsTheFirst) {
  const Front front("---\na: 1\nb: 2\na: 3\nc:\n  a: 1\n---\n");
  EXPECT_THAT(front.troubles(), ElementsAre(FrontMatterTrouble::duplicate_key));
  EXPECT_EQ(front.get().problems[0].range, (ByteRange{14, 15}));
  EXPECT_EQ(front.value("a"), "1");
}

TEST(FrontMatter, RefusesWhatIsNoMapping) {
  EXPECT_THAT(Front("---\n- a\n- b\n---\n").troubles(), ElementsAre(FrontMatterTrouble::not_a_mapping));
}

TEST(FrontMatter, FollowsAliasesOfScalarsOnly) {
  const Front front("---\na: &x one\nb: *x\nc: &y [*x, *x]\nd: *y\n---\n");
  EXPECT_EQ(front.value("b"), "one");
  EXPECT_EQ(front.written("b"), "*x");
  EXPECT_THAT(front.troubles(), ElementsAre(FrontMatterTrouble::too_deep));
  EXPECT_EQ(front.at_problem(), "*y");
}

TEST(FrontMatter, RefusesTooDeepAndTooLarge) {
  EXPECT_THAT(Front("---\na: " + std::string(5000, '[') + "\n---\n").troubles(),
              ::testing::Contains(FrontMatterTrouble::too_deep));
  EXPECT_THAT(Front("---\na: b\n#" + std::string(kMaxYamlBytes, 'x') + "\n---\nc").troubles(),
              ElementsAre(FrontMatterTrouble::too_deep));
}

// The fast path is the library's equal.

std::string describe(const std::vector<YamlNode>& nodes) {
  std::string text;
  for (const YamlNode& node : nodes) {
    for (const std::uint32_t part :
         {static_cast<std::uint32_t>(node.kind), static_cast<std::uint32_t>(node.style), node.parent, node.end,
          node.key_range.begin, node.key_range.end, node.range.begin, node.range.end, node.placeholder ? 1U : 0U})
      text += std::to_string(part) + " ";
    text += node.key + "=" + node.value + "\n";
  }
  return text;
}

std::string random_yaml(std::mt19937& random) {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"a",           "b: ",     "c:",  "key", ": ", ":",    "\n",   "\n",     "\n",        "\n  ",   "\n  ",
       "\n- ",        "\n  - ",  "\n-", " ",   "  ", "#",    " # n", "word",   "two words", "1",      "-1",
       "2024-01-02",  "\"q\"",   "'s'", "\"",  "'",  "[",    "]",    "[a, b]", "[]",        ",",      ", ",
       "{X}",         "{{ y }}", "{",   "}",   "~",  "null", "é",    "&a ",    "*a",        "!t ",    "|",
       ">",           "%",       "@x",  "`",   "?",  "\r\n", "\t",   "---x",   "a: b",      "\nd: e", "\nf:\n- g\n- h",
       "\ni:\n  j: k"});
  std::string text = "k: ";
  for (auto length = random() % 14; length > 0; --length) text += kParts[random() % kParts.size()];
  return text + "\n";
}

TEST(YamlFastPath, GivesTheNodesOfTheLibrary) {
  std::mt19937 random(7);
  int simple = 0;
  for (int i = 0; i < 30000; ++i) {
    const std::string text = random_yaml(random);
    const ByteRange whole{0, static_cast<ByteOffset>(text.size())};
    std::vector<YamlNode> fast;
    if (!read_simple_yaml(text, whole, fast)) continue;
    ++simple;
    std::vector<YamlNode> slow;
    std::vector<FrontMatterProblem> problems;
    const auto problem = read_yaml(text, whole, slow, problems);
    // libfyaml refuses an empty item in a list that is not indented; the fast path reads it.
    if (problem && text.find("\n-") != std::string::npos && problem->detail.find("node content") != std::string::npos)
      continue;
    ASSERT_FALSE(problem) << text << problem->detail;
    ASSERT_EQ(describe(fast), describe(slow)) << text;
  }
  EXPECT_GT(simple, 3000);
}

}  // namespace
}  // namespace milepost
