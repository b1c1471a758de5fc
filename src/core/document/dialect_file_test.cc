// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dialect_file.h"

#include <gtest/gtest.h>

#include "core/document/dialect_set.h"
#include "core/document/normalise/status.h"
#include "core/document/normalise/words.h"

namespace milepost {
namespace {

// For files that extend nothing, or an empty dialect.
Result<Dialect> find_empty(const std::string&) { return Dialect{}; }

Error error_of(std::string_view toml) {
  const Result<Dialect> dialect = parse_dialect("notes.toml", toml, find_empty);
  EXPECT_FALSE(dialect.has_value()) << toml;
  return dialect ? Error{} : dialect.error();
}

TEST(DialectFile, FieldsOfADialectCountBeforeThoseItExtends) {
  auto base = parse_dialect("base.toml", "name = \"base\"\n[fields.status]\nkeys = [\"status\"]\n", find_empty);
  ASSERT_TRUE(base);
  const auto own =
      parse_dialect("own.toml", "name = \"own\"\nextends = \"base\"\n[fields.status]\nkeys = [\"work-state\"]\n",
                    [&](const std::string&) { return base; });
  ASSERT_TRUE(own);
  ASSERT_TRUE(own->keys.contains("work state"));
  ASSERT_TRUE(own->keys.contains("status"));
  EXPECT_LT(own->keys.find("work state")->second.rank, own->keys.find("status")->second.rank);
}

TEST(DialectFile, UnknownKeyNamesTheNearestAndItsPlace) {
  const Error error = error_of("name = \"notes\"\n[[documents]]\nkind = \"milestone\"\npathes = [\"a\"]\n");
  EXPECT_EQ(error.kind, ErrorKind::usage);
  ASSERT_TRUE(error.place);
  EXPECT_EQ(error.place->path, "notes.toml");
  EXPECT_EQ(error.place->line, 4U);
  ASSERT_EQ(error.hints.size(), 1U);
  EXPECT_EQ(error.hints[0], "did you mean 'paths'?");
}

TEST(DialectFile, WrongTypesAndWordsAreErrorsWithTheirLine) {
  EXPECT_EQ(error_of("name = 3\n").place->line, 1U);
  EXPECT_EQ(error_of("name = \"n\"\n[[documents]]\nkind = \"milestoan\"\n").place->line, 3U);
  EXPECT_EQ(error_of("name = \"n\"\n[fields.status]\nkeys = \"status\"\n").place->line, 3U);
  EXPECT_EQ(error_of("name = \"n\"\n[sections.risks]\ncounts = \"no\"\n").place->line, 3U);
  EXPECT_EQ(error_of("name = \"n\"\nsummary = [\n").kind, ErrorKind::usage);
  EXPECT_NE(error_of("summary = \"no name\"\n").message.find("no name"), std::string::npos);
}

TEST(DialectSet, BuiltInDialectsAreWellFormedAndFreeFormsComeLast) {
  const auto set = DialectSet::built_in();
  ASSERT_TRUE(set) << set.error().message << " " << (set.error().place ? set.error().place->line : 0);
  ASSERT_EQ(set->dialects().size(), 6U);
  EXPECT_EQ(set->dialects().back()->name, "generic");
  EXPECT_NE(set->find_info("execplan"), nullptr);
  EXPECT_EQ(set->find_info("nothing"), nullptr);
}

TEST(DialectSet, ADialectOfTheWorkspaceReplacesOneOfTheSameNameAndChangesTheFingerprint) {
  auto set = DialectSet::built_in();
  ASSERT_TRUE(set);
  const std::uint64_t before = set->fingerprint();
  const auto added = set->add(".milepost/dialects/tracker.toml",
                              "name = \"tracker\"\nextends = \"common\"\n[[documents]]\nkind = \"milestone\"\nnames = "
                              "[\"t#.md\"]\nbase = 30\n");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(set->dialects().size(), 6U);
  EXPECT_EQ(set->dialects().back()->name, "generic");
  EXPECT_EQ(set->find_info("tracker")->origin, ".milepost/dialects/tracker.toml");
  EXPECT_NE(set->fingerprint(), before);
}

TEST(DialectSet, ADialectOfTheWorkspaceAddsWords) {
  auto set = DialectSet::built_in();
  ASSERT_TRUE(set);
  const auto added = set->add("x.toml", "name = \"x\"\nextends = \"common\"\n[status]\nactive = [\"at sea\"]\n");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(normalise_status("At sea since Tuesday", set->words().status).category, StatusCategory::active);
}

TEST(DialectSet, ExtendingSomethingUnknownIsAnError) {
  auto set = DialectSet::built_in();
  ASSERT_TRUE(set);
  const auto added = set->add("x.toml", "name = \"x\"\nextends = \"nowhere\"\n");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace milepost
