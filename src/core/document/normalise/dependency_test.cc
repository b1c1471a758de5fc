// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/dependency.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

std::string read(std::string_view text, DependencyForm form) {
  const DependencyReading reading = normalise_dependencies(text, form, shipped_words());
  if (reading.none) return "none";
  std::string out;
  for (const DependencyReference& one : reading.references) {
    if (!out.empty()) out += ", ";
    out += one.text;
    if (!one.link.empty()) out += "<" + one.link + ">";
  }
  return out;
}

struct Case {
  std::string_view input;
  std::string_view expected;
};

TEST(Dependency, values) {
  const Case cases[] = {
      {"M1", "M1"},
      {"M1, M2", "M1, M2"},
      {"M1 and M2", "M1, M2"},
      {"T01_S06 (the schema)", "T01_S06"},
      {"#162, #165", "#162, #165"},
      {"M2 (Production Core)", "M2"},
      {"M2 (needs M1), M3", "M2, M3"},
      {"Production Core (M2)", "M2"},
      {"✅ UI-M-03.10 (Baseline), ✅ UI‑M‑03.11 (Restoration)", "UI-M-03.10, UI-M-03.11"},
      {"M0–M4", "M0, M1, M2, M3, M4"},
      {"M1-M3", "M1, M2, M3"},
      {"M1 – M3", "M1, M2, M3"},
      {"M1 to M3", "M1, M2, M3"},
      {"M01..M03", "M01, M02, M03"},
      {"M1 – Foundation", "M1"},
      {"M-08.01–M-08.03", "M-08.01, M-08.02, M-08.03"},
      {"UI‑M‑03.10..03.12", "UI-M-03.10, UI-M-03.11, UI-M-03.12"},
      {"M4-M1", "M4, M1"},
      {"Phases 1-3", "Phase 1, Phase 2, Phase 3"},
      {"Phase 1–3", "Phase 1, Phase 2, Phase 3"},
      {"Milestones 1 to 3", "Milestone 1, Milestone 2, Milestone 3"},
      {"Milestones 1, 2 and 4", "Milestone 1, Milestone 2, Milestone 4"},
      {"Tasks 2, 3, 4", "Task 2, Task 3, Task 4"},
      {"Phase 1+2", "Phase 1, Phase 2"},
      {"Phase 2, 3 engineers", "Phase 2"},
      {"M0–M2 + green campaign", "M0, M1, M2"},
      {"None", "none"},
      {"_None_", "none"},
      {"Nothing", "none"},
      {"—", "none"},
      {"[]", "none"},
      {"", "none"},
      {"N/A", "none"},
      {"None (can start immediately)", "none"},
      {"None (M1 is optional)", "none"},
      {"Keine", "none"},
      {"なし", "none"},
      {"No dependencies.", "none"},
      {"All previous sprints", ""},
      {"[M1](m1.md)", "M1<m1.md>"},
      {"[Milestone 1: Core](../m1/README.md), [M2](https://x.org/M9)", "Milestone 1<../m1/README.md>, M2"},
      {"[Catalog](../catalog/), [Scraper](../scraper/)", "Catalog<../catalog/>, Scraper<../scraper/>"},
      {"[the docs](https://example.org/guide)", ""},
      {"`EP-20260117-014/MS003`", "EP-20260117-014/MS003"},
      {"`docs/milestones/M2-name.md`", "M2<docs/milestones/M2-name.md>"},
      {"docs/plans/core.md", "core<docs/plans/core.md>"},
      {"FE-107, AUTH-011", "FE-107, AUTH-011"},
      {"WI-1.1, WI-1.2", "WI-1.1, WI-1.2"},
      {"Milestone 2 completed.", "Milestone 2"},
      {"M1, M1, Milestone 1", "M1"},
      {"~~M1~~ M2", "M2"},
      {"Stripe account set up", ""},
      {"UTF-8 support, Postgres 15", ""},
      {"E-11 M3-M4 (topology + timeline)", "E-11, M3, M4"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.input, DependencyForm::value), one.expected) << one.input;
}

TEST(Dependency, list_entries_may_be_names) {
  EXPECT_EQ(read("data-layer", DependencyForm::list_entry), "data-layer");
  EXPECT_EQ(read("task-12", DependencyForm::list_entry), "task-12");
  EXPECT_EQ(read("m1-setup.md", DependencyForm::list_entry), "m1<m1-setup.md>");
  EXPECT_EQ(read("S01_M01_Core", DependencyForm::list_entry), "S01_M01");
  EXPECT_EQ(read("None", DependencyForm::list_entry), "none");
  EXPECT_EQ(read("{DEPENDENCY_1}", DependencyForm::list_entry), "");
  EXPECT_EQ(read("the design team", DependencyForm::list_entry), "");
}

TEST(Dependency, prose_needs_an_id_or_a_link) {
  const Case cases[] = {
      {"Depends on `EP-20260117-014/MS003`.", "EP-20260117-014/MS003"},
      {"Needs M-07.01 and M-07.02 first.", "M-07.01, M-07.02"},
      {"A stable schema (M-03.01) and the catalogue (FT-M-05.12).", "M-03.01, FT-M-05.12"},
      {"Stripe account set up", ""},
      {"FE-107 done", ""},
      {"Update `docs/services.md` when paths move.", ""},
      {"See [the plan](plan.md).", "the plan<plan.md>"},
      {"Phase 1 complete ✅", "Phase 1"},
      {"None", "none"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.input, DependencyForm::prose), one.expected) << one.input;
}

TEST(Dependency, keeps_places_and_notes) {
  const auto range = normalise_dependencies("x M0–M2", DependencyForm::value, shipped_words());
  ASSERT_EQ(range.references.size(), 3U);
  EXPECT_EQ(range.references[1].where, (ByteRange{2, 9}));
  EXPECT_EQ(range.references[1].folded, "m1");
  EXPECT_EQ(normalise_dependencies("None (start now)", DependencyForm::value, shipped_words()).note, "(start now)");
  EXPECT_EQ(normalise_dependencies("All previous sprints", DependencyForm::value, shipped_words()).note,
            "All previous sprints");
}

RC_GTEST_PROP(Dependency, any_text_stays_in_range, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::element<std::string>("M1", "M", "–", "-", "M9", "Phases ", "1", ", ", " to ", "[", "](",
                                                   ")", "(", "x.md", "~~", "`", "..", " and ", "None", "https://",
                                                   "EP-20260117-014", "\xE2\x80"),
                     rc::gen::arbitrary<std::string>()));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  const auto form = *rc::gen::element(DependencyForm::value, DependencyForm::list_entry, DependencyForm::prose);
  const DependencyReading reading = normalise_dependencies(text, form, shipped_words());
  RC_ASSERT(!(reading.none && !reading.references.empty()));
  for (const DependencyReference& one : reading.references) {
    RC_ASSERT(one.where.begin <= one.where.end && one.where.end <= text.size());
    RC_ASSERT(!one.text.empty());
  }
}

}  // namespace
}  // namespace milepost
