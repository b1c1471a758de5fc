// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/suppressions.h"

#include <gtest/gtest.h>

#include "core/rules/catalog.h"

namespace milepost {
namespace {

std::vector<Suppression> found_in(const std::string& text) {
  const auto dialects = DialectSet::built_in();
  DocumentReading reading(*dialects);
  EXPECT_EQ(reading.read("docs/milestones/M1.md", text), Interest::recognised);
  return find_suppressions(reading);
}

constexpr std::string_view kHead = "# M1: Parser\n\n**Status:** Done\n\n";

std::string with(std::string_view rest) { return std::string(kHead) + std::string(rest); }

bool silences(const Suppression& suppression, std::string_view rule, std::uint32_t line) {
  return covers(suppression, index_of(*find_rule(rule)), line);
}

TEST(Suppressions, NextLine) {
  const auto found = found_in(with("<!-- milepost-disable-next-line MP301, MP302: why, until 2026-03-01 -->\nText.\n"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reason, "why");
  EXPECT_EQ(found[0].until, Date::from_iso("2026-03-01"));
  EXPECT_TRUE(silences(found[0], "MP301", 6));
  EXPECT_TRUE(silences(found[0], "MP302", 6));
  EXPECT_FALSE(silences(found[0], "MP303", 6));
  EXPECT_FALSE(silences(found[0], "MP301", 5));
}

TEST(Suppressions, SectionWithAllBelowIt) {
  const auto found =
      found_in(with("## A\n\n<!-- milepost-disable-section truth -->\n\n### B\n\nText.\n\n## C\n\nText.\n"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(silences(found[0], "MP301", 5));
  EXPECT_TRUE(silences(found[0], "MP301", 11));
  EXPECT_FALSE(silences(found[0], "MP301", 13));
  EXPECT_FALSE(silences(found[0], "MP301", 3));
}

TEST(Suppressions, FileAndFrontMatter) {
  const auto whole = found_in(with("<!-- milepost-disable-file done-but-open -->\n"));
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_TRUE(silences(whole[0], "MP301", 0));
  EXPECT_TRUE(silences(whole[0], "MP301", 99));
  const auto yaml = found_in("---\n# milepost-disable-next-line MP301: later\nstatus: done\n---\n\n# M1: Parser\n");
  ASSERT_EQ(yaml.size(), 1U);
  EXPECT_TRUE(silences(yaml[0], "MP301", 3));
}

TEST(Suppressions, CodeAndProseAreNone) {
  EXPECT_TRUE(found_in(with("```\n<!-- milepost-disable-line MP301 -->\n```\n")).empty());
  EXPECT_TRUE(found_in(with("Write `<!-- milepost-disable-line MP301 -->` or milepost-disable-line.\n")).empty());
}

TEST(Suppressions, TroubleIsSaid) {
  EXPECT_NE(found_in(with("<!-- milepost-disable MP301 -->\n")).at(0).trouble, "");
  EXPECT_NE(found_in(with("<!-- milepost-disable-line -->\n")).at(0).trouble, "");
  const auto slip = found_in(with("<!-- milepost-disable-line done-but-opne -->\n"));
  EXPECT_EQ(slip.at(0).trouble, "no rule is called 'done-but-opne'");
  EXPECT_EQ(slip.at(0).advice.substr(0, 21), "perhaps done-but-open");
  EXPECT_TRUE(slip.at(0).rules.empty());
}

}  // namespace
}  // namespace milepost
