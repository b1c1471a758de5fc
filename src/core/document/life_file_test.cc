// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/life_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/document/dialect.h"
#include "core/document/dialect_file.h"
#include "core/document/dialect_set.h"

namespace milepost {
namespace {

Result<Dialect> find_empty(const std::string&) { return Dialect{}; }

Life life_of(std::string_view toml) {
  const auto dialect = parse_dialect("notes.toml", std::string("name = \"notes\"\n") + std::string(toml), find_empty);
  EXPECT_TRUE(dialect) << dialect.error().message;
  return dialect ? dialect->life : Life{};
}

Error error_of(std::string_view toml) {
  const auto dialect = parse_dialect("notes.toml", std::string("name = \"notes\"\n") + std::string(toml), find_empty);
  EXPECT_FALSE(dialect.has_value()) << toml;
  return dialect ? Error{} : dialect.error();
}

TEST(LifeFile, WordsStepsAndFoldersAreRead) {
  const Life life = life_of(
      "[life]\nstatuses = [\"to do\"]\nstatus_words = { planned = \"to do\", done = \"over\" }\n"
      "done_folder = \"past\"\ndone_prefix = [\"T\", \"TX\"]\nlog_on_change = true\n"
      "[life.steps]\nplanned = [\"done\"]\n");
  EXPECT_EQ(life.status_words.at(index_of(StatusCategory::planned)), "to do");
  EXPECT_EQ(life.status_words.at(index_of(StatusCategory::active)), "");
  EXPECT_EQ(life.done_folder, "past");
  EXPECT_EQ(life.done_prefix_to, "TX");
  EXPECT_TRUE(life.log_on_change);
  EXPECT_TRUE(is_legal_step(life, StatusCategory::planned, StatusCategory::done));
  EXPECT_FALSE(is_legal_step(life, StatusCategory::done, StatusCategory::planned));
}

TEST(LifeFile, AKindSaysOnlyWhatDiffers) {
  const Life life = life_of(
      "[life]\nstatus_words = { planned = \"planned\", done = \"completed\" }\nkey_order = [\"id\"]\n"
      "[life.kinds.plan]\nstatus_words = { done = \"done\" }\n");
  EXPECT_EQ(stages_of(life, ItemKind::plan).status_words.at(index_of(StatusCategory::done)), "done");
  EXPECT_EQ(stages_of(life, ItemKind::plan).status_words.at(index_of(StatusCategory::planned)), "planned");
  EXPECT_EQ(stages_of(life, ItemKind::plan).key_order, std::vector<std::string>{"id"});
  EXPECT_EQ(stages_of(life, ItemKind::task).status_words.at(index_of(StatusCategory::done)), "completed");
}

TEST(LifeFile, TroubleHasItsPlace) {
  const Error unknown = error_of("[life]\nstatus_word = { planned = \"x\" }\n");
  ASSERT_TRUE(unknown.place);
  EXPECT_EQ(unknown.place->line, 3U);
  EXPECT_EQ(unknown.hints.at(0), "did you mean 'status_words'?");
  EXPECT_EQ(error_of("[life.steps]\nplaned = [\"done\"]\n").place->line, 3U);
  EXPECT_EQ(error_of("[life.steps]\nplanned = [\"finished\"]\n").message, "unknown category 'finished'");
  EXPECT_EQ(error_of("[life]\ndone_prefix = [\"T\"]\n").message, "'done_prefix' must hold two texts");
  EXPECT_EQ(error_of("[[life.creations]]\nkind = \"milestone\"\n").message,
            "a creation needs 'template' and 'file_name'");
  EXPECT_EQ(error_of("[life.kinds.milestoan]\n").kind, ErrorKind::usage);
}

TEST(LifeFile, LayoutsAreToldByPaths) {
  const auto set = DialectSet::built_in();
  ASSERT_TRUE(set) << set.error().message;
  const auto found = std::ranges::find_if(set->dialects(), [](const auto& d) { return d->name == "execplan"; });
  const Life& life = (*found)->life;
  EXPECT_EQ(
      done_folder_of(life, ItemKind::milestone, ".agent/exec_plans/x/milestones/active/EP-20260101-001_MS001_a.md"),
      "milestones/archive/{year}/{month}/{day}");
  EXPECT_EQ(done_folder_of(life, ItemKind::milestone, ".agent/exec_plans/active/x/milestones/active/MS001_a.md"),
            "milestones/complete");
  EXPECT_EQ(find_layout(life, "docs/M1.md"), nullptr);
}

TEST(LifeFile, EveryBuiltInDialectCanWriteAndStep) {
  const auto set = DialectSet::built_in();
  ASSERT_TRUE(set) << set.error().message;
  for (const auto& dialect : set->dialects()) {
    EXPECT_FALSE(dialect->life.creations.empty()) << dialect->name;
    for (const auto category :
         {StatusCategory::planned, StatusCategory::active, StatusCategory::blocked, StatusCategory::done})
      EXPECT_FALSE(dialect->life.status_words.at(index_of(category)).empty()) << dialect->name;
    EXPECT_TRUE(is_legal_step(dialect->life, StatusCategory::planned, StatusCategory::done)) << dialect->name;
    EXPECT_FALSE(dialect->life.section_order.empty()) << dialect->name;
  }
}

}  // namespace
}  // namespace milepost
