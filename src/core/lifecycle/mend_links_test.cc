// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/mend_links.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "core/document/relative_link.h"

namespace milepost {
namespace {

using Moves = std::vector<PathMove>;

class MendLinks : public ::testing::Test {
 protected:
  MendLinks() : dialects_(DialectSet::built_in()), reader_(*dialects_) {}

  ParsedDocument parse(const std::string& path, std::string text) {
    return parse_document(reader_, path, std::move(text));
  }

  std::string mend(const std::string& path, const std::string& text, const Moves& moves) {
    const PathMoves map(moves);
    const ParsedDocument document = parse(path, text);
    auto edits = plan_mended_links(document, map, [this](const std::string& one) { return there_.contains(one); });
    // Only what holds a piece of a moved name is parsed at all.
    const bool is_looked_at = map.moves(path) || std::ranges::any_of(map.names(), [&](const std::string& name) {
                                return text.find(name) != std::string::npos;
                              });
    EXPECT_TRUE(edits.empty() || is_looked_at) << text;
    return apply_edits(text, std::move(edits)).value();
  }

  std::set<std::string> there_{"docs",
                               "docs/plan.md",
                               "docs/plan",
                               "docs/plan/M1 quay.md",
                               "docs/plan/M2_mole.md",
                               "docs/plan/img/map.png",
                               "docs/plan/img",
                               "README.md",
                               "docs/index.md"};
  Result<DialectSet> dialects_;
  DocumentReader reader_;
};

const Moves kArchive{{"docs/plan", "docs/archive/2026/plan"}};

TEST_F(MendLinks, LinksFromElsewhereFollowTheMove) {
  EXPECT_EQ(mend("README.md",
                 "see [mole](docs/plan/M2_mole.md#done \"The mole\") and ![map]( docs/plan/img/map.png )\n", kArchive),
            "see [mole](docs/archive/2026/plan/M2_mole.md#done \"The mole\") and ![map]( "
            "docs/archive/2026/plan/img/map.png )\n");
  EXPECT_EQ(mend("docs/index.md", "[a](plan/M2_mole.md) [b](./plan/M2_mole.md?raw=1#x) [c](/docs/plan/M2_mole.md)\n",
                 kArchive),
            "[a](archive/2026/plan/M2_mole.md) [b](./archive/2026/plan/M2_mole.md?raw=1#x) "
            "[c](/docs/archive/2026/plan/M2_mole.md)\n");
}

TEST_F(MendLinks, LinksOfAMovedDocumentStillLeadWhereTheyLed) {
  EXPECT_EQ(mend("docs/plan/M2_mole.md",
                 "[up](../plan.md) [top](../../README.md) [beside](M1%20quay.md) [map](img/map.png)\n", kArchive),
            "[up](../../../plan.md) [top](../../../../README.md) [beside](M1%20quay.md) [map](img/map.png)\n");
  EXPECT_EQ(mend("docs/plan/M2_mole.md", "[b](<M1 quay.md>) [c](M1%20quay.md#a%20b)\n",
                 {{"docs/plan/M2_mole.md", "docs/plan/complete/M2_mole.md"}}),
            "[b](<../M1 quay.md>) [c](../M1%20quay.md#a%20b)\n");
}

TEST_F(MendLinks, DefinitionsTagsAndTablesAreLinksToo) {
  EXPECT_EQ(
      mend("docs/index.md",
           "[m]: plan/M2_mole.md 'Mole'\n[n]: <plan/M1 quay.md>\n\n| Doc |\n|---|\n| [m2](plan/M2_mole.md) |\n\n"
           "<a class=\"x\" href='plan/M2_mole.md'>x</a> text <img src=\"plan/img/map.png\">\n",
           kArchive),
      "[m]: archive/2026/plan/M2_mole.md 'Mole'\n[n]: <archive/2026/plan/M1 quay.md>\n\n| Doc |\n|---|\n| "
      "[m2](archive/2026/plan/M2_mole.md) |\n\n"
      "<a class=\"x\" href='archive/2026/plan/M2_mole.md'>x</a> text <img src=\"archive/2026/plan/img/map.png\">\n");
}

TEST_F(MendLinks, FrontMatterAndCodeMeanTheRootOrTheFolder) {
  EXPECT_EQ(mend("docs/index.md",
                 "---\ndocs: docs/plan/M2_mole.md\nlinks:\n  near: \"plan/M2_mole.md\"\nlist: ['docs/plan/M1 quay.md', "
                 "x]\n---\n\n"
                 "`docs/plan/M2_mole.md:12` `plan/M2_mole.md` `plan/img/map.png`\n",
                 kArchive),
            "---\ndocs: docs/archive/2026/plan/M2_mole.md\nlinks:\n  near: \"archive/2026/plan/M2_mole.md\"\nlist: "
            "['docs/archive/2026/plan/M1 quay.md', x]\n---\n\n"
            "`docs/archive/2026/plan/M2_mole.md:12` `archive/2026/plan/M2_mole.md` `plan/img/map.png`\n");
}

TEST_F(MendLinks, WhatLedNowhereIsLeftAlone) {
  const std::string text =
      "[gone](plan/M9.md) [url](https://a.b/docs/plan/M2_mole.md) [mail](mailto:plan/M2_mole.md) [here](#plan) "
      "[out](../../x.md)\n"
      "<!-- [c](plan/M2_mole.md) -->\n\n```\n[code](plan/M2_mole.md)\n```\n\n`plan/M9.md` \\[no](plan/M2_mole.md)\n";
  EXPECT_EQ(mend("docs/index.md", text, kArchive), text);
}

TEST_F(MendLinks, NewNamesAreWrittenInTheMannerOfTheOld) {
  const Moves rename{{"docs/plan/M2_mole.md", "docs/plan/M2 (new) mole#1.md"}};
  EXPECT_EQ(mend("docs/index.md",
                 "[a](plan/M2_mole.md) [b](<plan/M2_mole.md>) [c](plan/M2\\_mole.md) `plan/M2_mole.md`\n", rename),
            "[a](plan/M2%20%28new%29%20mole%231.md) [b](<plan/M2%20%28new%29%20mole%231.md>) "
            "[c](plan/M2%20%28new%29%20mole%231.md) `plan/M2 (new) mole#1.md`\n");
  EXPECT_EQ(mend("docs/index.md", "---\na: plan/M2_mole.md\nb: 'plan/M2_mole.md'\n---\n",
                 {{"docs/plan/M2_mole.md", "docs/plan/M2, new.md"}}),
            "---\na: 'plan/M2, new.md'\nb: 'plan/M2, new.md'\n---\n");
}

TEST_F(MendLinks, FoldersKeepTheirSlash) {
  EXPECT_EQ(mend("docs/index.md", "[a](plan/) [b](plan) [c](./plan/)\n", {{"docs/plan", "docs/old"}}),
            "[a](old/) [b](old) [c](./old/)\n");
  EXPECT_EQ(mend("docs/plan/M2_mole.md", "[a](../plan/) [b](.)\n", {{"docs/plan/M2_mole.md", "docs/M2_mole.md"}}),
            "[a](plan/) [b](plan)\n");
}

TEST_F(MendLinks, OtherBytesStay) {
  EXPECT_EQ(
      mend("docs/index.md",
           "\xEF\xBB\xBF# T\r\n\r\n> - [a](plan/M2_mole.md)\t \r\n[![i](plan/img/map.png)](plan/M2_mole.md)", kArchive),
      "\xEF\xBB\xBF# T\r\n\r\n> - [a](archive/2026/plan/M2_mole.md)\t \r\n"
      "[![i](archive/2026/plan/img/map.png)](archive/2026/plan/M2_mole.md)");
}

// Whatever moves, each link leads to the same thing as before.
RC_GTEST_FIXTURE_PROP(MendLinks, EveryLinkLeadsWhereItLed, ()) {
  const auto any_folder = rc::gen::element<std::string>("a", "a/b", "a/b c", "d", "");
  const auto in = [](const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
  };
  const std::string from = in(*any_folder, "from.md");
  const std::string target = in(*any_folder, *rc::gen::element<std::string>("to (1).md", "to_x.md", "tö.md"));
  const bool moves_source = *rc::gen::arbitrary<bool>();
  const bool moves_folder = *rc::gen::arbitrary<bool>();
  Moves moves;
  if (moves_source) moves.push_back({from, in(*any_folder, "moved from.md")});
  if (*rc::gen::arbitrary<bool>()) moves.push_back({target, in(*any_folder, "moved (to).md")});
  if (moves_folder) moves.push_back({"a", "z/a#a"});
  there_ = {from, target};

  // The link is written by mending a link from the root.
  const ParsedDocument at_root = parse("root.md", "[x](<" + target + ">)\n");
  const PathMoves placing(Moves{{"root.md", from}});
  const std::string text = apply_edits("[x](<" + target + ">)\n",
                                       plan_mended_links(at_root, placing, [](const std::string&) { return true; }))
                               .value();
  const auto links_of = [this](const std::string& path, const std::string& bytes) {
    return find_path_links(parse(path, bytes));
  };
  RC_ASSERT(links_of(from, text).at(0).target == target);
  const PathMoves map(moves);
  const std::string mended = mend(from, text, moves);
  const auto after = links_of(map.after(from), mended);
  RC_ASSERT(after.size() == 1U);
  RC_ASSERT(after[0].target == map.after(target));
}

}  // namespace
}  // namespace milepost
