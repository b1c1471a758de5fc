// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/form_file.h"

#include <gtest/gtest.h>

#include "core/document/dialect_file.h"

namespace milepost {
namespace {

Result<Dialect> find_empty(const std::string&) { return Dialect{}; }

Result<Dialect> parsed(std::string_view form) {
  return parse_dialect("notes.toml", "name = \"notes\"\n" + std::string(form), find_empty);
}

TEST(FormFile, ReadsWhatDocumentsMustHave) {
  const auto dialect = parsed(R"([form]
only_keys = true
multiline = false
values = { priority = ["High", "Low"] }
[form.kinds.milestone]
keys = ["id", "last-updated | updated"]
sections = ["objective", "success_criteria | definition_of_done"]
ids = ["EP-##/MS#"]
[[form.places]]
kind = "milestone"
where = ["**/plans/**"]
like = ["**/plan-#.md"]
say = "plan-NN.md"
[[form.tables]]
record = "risk"
columns = ["impact"]
)");
  ASSERT_TRUE(dialect) << dialect.error().message;
  const Form& form = dialect->form;
  EXPECT_TRUE(form.only_keys);
  EXPECT_FALSE(form.only_values);
  EXPECT_FALSE(form.multiline);
  ASSERT_EQ(form.values.size(), 1U);
  EXPECT_EQ(role_name(*dialect, form.values[0].first), "priority");
  const FormOfKind& milestone = form_of(form, ItemKind::milestone);
  EXPECT_EQ(milestone.keys, (std::vector<FormChoice>{{"id"}, {"last updated", "updated"}}));
  EXPECT_EQ(milestone.sections[1], (FormChoice{"success_criteria", "definition_of_done"}));
  EXPECT_TRUE(form_of(form, ItemKind::plan).keys.empty());
  ASSERT_EQ(form.places.size(), 1U);
  EXPECT_TRUE(form.places[0].like[0].matches("docs/plan-12.md"));
  EXPECT_EQ(form.tables[0].columns, (std::vector<std::string>{"impact"}));
}

TEST(FormFile, WhatIsNotSaidIsTakenOver) {
  auto base = parsed("[form]\nonly_keys = true\nguidance = [\"Say here\"]\nentries = [\"Item\"]\n");
  ASSERT_TRUE(base);
  const auto own = parse_dialect("own.toml", "name = \"own\"\nextends = \"notes\"\n[form]\nentries = [\"Part\"]\n",
                                 [&](const std::string&) { return base; });
  ASSERT_TRUE(own);
  EXPECT_TRUE(own->form.only_keys);
  EXPECT_EQ(own->form.guidance, (std::vector<std::string>{"say here"}));
  EXPECT_EQ(own->form.entries, (std::vector<std::string>{"part"}));
}

TEST(FormFile, MistakesAreErrorsWithTheirLine) {
  const auto line_of = [](std::string_view form) {
    const auto dialect = parsed(form);
    return dialect ? 0U : dialect.error().place->line;
  };
  EXPECT_EQ(line_of("[form]\nonly_key = true\n"), 3U);
  EXPECT_EQ(line_of("[form]\nonly_keys = 1\n"), 3U);
  EXPECT_EQ(line_of("[form.kinds.milestoan]\nkeys = []\n"), 2U);
  EXPECT_EQ(line_of("[[form.places]]\nwhere = [\"*\"]\n"), 2U);
  EXPECT_EQ(line_of("[[form.tables]]\nrecord = \"risk\"\n"), 2U);
}

TEST(Form, IdsAreComparedSignBySign) {
  EXPECT_TRUE(is_spelled_as("EP-20260117-014/MS003", "EP-########-###/MS###"));
  EXPECT_FALSE(is_spelled_as("EP-20260117-14/MS003", "EP-########-###/MS###"));
  EXPECT_FALSE(is_spelled_as("ep-20260117-014/MS003", "EP-########-###/MS###"));
  EXPECT_FALSE(is_spelled_as("", "#"));
}

}  // namespace
}  // namespace milepost
