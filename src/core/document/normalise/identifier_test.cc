// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/identifier.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/id_shape.h"
#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

const IdWords& words() { return shipped_words().ids; }

struct Case {
  std::string_view input;
  std::string_view expected;
};

TEST(Identifier, found_anywhere) {
  const Case cases[] = {
      {"M1", "M1"},
      {"M01", "M01"},
      {"after M3 is done", "M3"},
      {"MS001", "MS001"},
      {"ms001_name.md", "ms001"},
      {"EP-20260117-014", "EP-20260117-014"},
      {"EP-20260117-014/MS003", "EP-20260117-014/MS003"},
      {"`EP-20260117-014/MS003`.", "EP-20260117-014/MS003"},
      {"EP-20260117-014_slug", "EP-20260117-014"},
      {"M-07.04", "M-07.04"},
      {"M‑07.04", "M-07.04"},
      {"M3.5", "M3.5"},
      {"M3. Then", "M3"},
      {"M15-b", "M15-b"},
      {"M15b", "M15b"},
      {"M15-beta", "M15"},
      {"T04B_S06", "T04B_S06"},
      {"UI-M-03.20", "UI-M-03.20"},
      {"✅ UI-M-03.10 (Build)", "UI-M-03.10"},
      {"UI‑M‑03.22.1", "UI-M-03.22.1"},
      {"FT-M-05.13.1", "FT-M-05.13.1"},
      {"SIM-M1", "SIM-M1"},
      {"SIM-CAT-M2", "SIM-CAT-M2"},
      {"ui-m-03.20-name.md", "ui-m-03.20"},
      {"m-E16-01", "m-E16-01"},
      {"m-E16-01-contract-and-purification", "m-E16-01"},
      {"m-svui-01-scaffold", "m-svui-01"},
      {"m-ec-p3a1-tracking", "m-ec-p3a1"},
      {"Milestone 3", "Milestone 3"},
      {"milestone-1.md", "milestone-1"},
      {"Phase 2", "Phase 2"},
      {"Phase 01: Schema", "Phase 01"},
      {"Sprint S01", "S01"},
      {"S01_M01", "S01_M01"},
      {"S03_M001_API_Implementation", "S03_M001"},
      {"M01_S01", "M01_S01"},
      {"T01_S01", "T01_S01"},
      {"T01_S01_M02_name", "T01_S01_M02"},
      {"TX01_S01", "TX01_S01"},
      {"G001", "G001"},
      {"GX083_name.md", "GX083"},
      {"see #123.", "#123"},
      {"post-E-16 facts", "E-16"},
      {"M1-M4", "M1"},
      {"M0–M4", "M0"},
      {"docs/milestones/M2-name.md", "M2"},
      {"Meilenstein 4", "Meilenstein 4"},
      {"マイルストーン2: 基盤", "マイルストーン2"},
      {"M3 Increment 7", "M3 Increment 7"},
      {"m3-increment-7.md", "m3-increment-7"},
      {"MILESTONE_M4.md", "M4"},
  };
  for (const Case& one : cases) {
    const auto found = find_identifier(one.input, words());
    EXPECT_EQ(found ? found->text : "", one.expected) << one.input;
  }
}

TEST(Identifier, not_everything_with_a_number_is_one) {
  for (const std::string_view text : {"Stripe account set up",
                                      "UTF-8",
                                      "SHA-256",
                                      "S3 bucket",
                                      "E2E tests",
                                      "OAuth2",
                                      "Next.js 16",
                                      "P0",
                                      "Q1 2026",
                                      "v1.2.3",
                                      "M",
                                      "MVP",
                                      "2026-01-16",
                                      "M-03.x family",
                                      "#fff",
                                      "milestone 2026",
                                      "ms 5",
                                      "ms3",
                                      "100ms500x",
                                      "form2",
                                      "AUTH-011",
                                      "T1",
                                      "x.M1",
                                      ""})
    EXPECT_FALSE(find_identifier(text, words())) << text << " gave " << find_identifier(text, words())->text;
}

TEST(Identifier, spellings_fold_to_one) {
  const Case cases[] = {
      {"M1", "m1"},
      {"M01", "m1"},
      {"m-1", "m1"},
      {"M_001", "m1"},
      {"Milestone 1", "m1"},
      {"milestone-01", "m1"},
      {"M-07.04", "m7.4"},
      {"M7.4", "m7.4"},
      {"M‑07.04", "m7.4"},
      {"MS003", "ms3"},
      {"EP-20260117-014/MS003", "ep20260117.14/ms3"},
      {"S01_M01", "m1s1"},
      {"M01_S01", "m1s1"},
      {"T01_S02", "s2t1"},
      {"TX01_S02", "s2t1"},
      {"GX083", "g83"},
      {"G083", "g83"},
      {"M15-b", "m15b"},
      {"M15B", "m15b"},
      {"UI-M-03.20", "ui-m3.20"},
      {"m-E16-01", "m-e16.1"},
      {"#0123", "#123"},
      {"Phase 02", "phase2"},
      {"v1.02.3", "v1.2.3"},
      {"M0", "m0"},
      {"M00", "m0"},
  };
  for (const Case& one : cases) EXPECT_EQ(fold_identifier(one.input), one.expected) << one.input;
  EXPECT_EQ(find_identifier("Meilenstein 04", words())->folded, "m4");
}

TEST(Identifier, kinds) {
  const auto kind = [](std::string_view text) { return find_identifier(text, words())->kind; };
  EXPECT_EQ(kind("M1"), ItemKind::milestone);
  EXPECT_EQ(kind("MS001"), ItemKind::milestone);
  EXPECT_EQ(kind("UI-M-03.20"), ItemKind::milestone);
  EXPECT_EQ(kind("M15b"), ItemKind::milestone);
  EXPECT_EQ(kind("EP-20260117-014"), ItemKind::plan);
  EXPECT_EQ(kind("EP-20260117-014/MS001"), ItemKind::milestone);
  EXPECT_EQ(kind("S01_M01"), ItemKind::sprint);
  EXPECT_EQ(kind("M01_S01"), ItemKind::sprint);
  EXPECT_EQ(kind("TX01_S01"), ItemKind::task);
  EXPECT_EQ(kind("G001"), ItemKind::task);
  EXPECT_EQ(kind("E-16"), ItemKind::epic);
  EXPECT_EQ(kind("Phase 3"), ItemKind::phase);
  EXPECT_EQ(kind("#12"), std::nullopt);
}

struct Heading {
  std::string_view input;
  std::string_view id;
  std::string_view title;
};

TEST(Identifier, headings_split_into_id_and_title) {
  const Heading cases[] = {
      {"Milestone M-02.06 — Export System", "M-02.06", "Export System"},
      {"Milestone 3: Name", "Milestone 3", "Name"},
      {"Milestone 1 - Standalone Node", "Milestone 1", "Standalone Node"},
      {"Phase 01: Database Schema", "Phase 01", "Database Schema"},
      {"Sprint S01 — Foundation", "S01", "Foundation"},
      {"Sprint S01: Shared Library", "S01", "Shared Library"},
      {"M3 Increment 7 — Parser", "M3 Increment 7", "Parser"},
      {"[M1] Name", "M1", "Name"},
      {"(M1) Name", "M1", "Name"},
      {"M1. Name", "M1", "Name"},
      {"M1 | Name", "M1", "Name"},
      {"**M1**: Name", "M1", "Name"},
      {"v5.4 Name (Shipped: 2026-05-26)", "v5.4", "Name"},
      {"MILESTONE: Name", "", "Name"},
      {"Milestone: Name", "", "Name"},
      {"Milestone — Name", "", "Name"},
      {"Milestone: FE-107 Billing Guard", "FE-107", "Billing Guard"},
      {"Milestone: m-svui-01-scaffold — Project Shell", "m-svui-01", "Project Shell"},
      {"M02_User_Management: User Management", "M02", "User Management"},
      {"Phase 3a.1 — Hardening", "Phase 3a.1", "Hardening"},
      {"Service Milestone SVC-M-0 — Minimal API", "SVC-M-0", "Minimal API"},
      {"Review: m-ec-p3a — Cycle Time", "m-ec-p3a", "Cycle Time"},
      {"Notes on Phase 1 and more", "", "Notes on Phase 1 and more"},
      {"Milestone SIM-M3.0 — Alignment", "SIM-M3.0", "Alignment"},
      {"AUTH-011 – Signup Guardrails", "AUTH-011", "Signup Guardrails"},
      {"EP-20260221-001 - Structured outputs", "EP-20260221-001", "Structured outputs"},
      {"TT‑M‑03.27 — Queues First‑Class", "TT-M-03.27", "Queues First‑Class"},
      {"Task G023: Create Indicators", "G023", "Create Indicators"},
      {"T02_S01_TypeScript_Types", "T02_S01", "TypeScript_Types"},
      {"Sprint: Testing Setup (S02)", "S02", "Testing Setup"},
      {"Tracking: Phase 2 — Honesty", "Phase 2", "Honesty"},
      {"Epic: Analytical Views", "", "Analytical Views"},
      {"Frontend Data Layer Milestone", "", "Frontend Data Layer Milestone"},
      {"Phase 1 specialized agent contracts", "", "Phase 1 specialized agent contracts"},
      {"Next.js 16 Upgrade", "", "Next.js 16 Upgrade"},
      {"OAuth2 login", "", "OAuth2 login"},
      {"✅ Milestone 2: Setup", "Milestone 2", "Setup"},
      {"Milestone 2: Setup ✅", "Milestone 2", "Setup"},
      {"Milestone [X]: [Milestone Name]", "", "[Milestone Name]"},
      {"3.2 M1: Name", "M1", "Name"},
      {"2. Node Taxonomy", "", "2. Node Taxonomy"},
      {"Milestone M-0", "M-0", ""},
      {"ADR001: Adopt a library", "ADR001", "Adopt a library"},
      {"Meilenstein 2: Grundlage", "Meilenstein 2", "Grundlage"},
      {"マイルストーン2：基盤", "マイルストーン2", "基盤"},
      {"M2: Queue (draft)", "M2", "Queue (draft)"},
      {"M3: Writer (Target: March 2026)", "M3", "Writer"},
      {"Writer (due Q3 2026)", "", "Writer"},
      {"Writer (Ziel: März 2026)", "", "Writer"},
      {"Writer (Target: 80 %)", "", "Writer (Target: 80 %)"},
      {"Writer (since 2026)", "", "Writer (since 2026)"},
      {"Product Requirements Document (PRD)", "", "Product Requirements Document (PRD)"},
      {"", "", ""},
  };
  for (const Heading& one : cases) {
    const HeadingParts parts = split_title(one.input, words());
    EXPECT_EQ(parts.id ? parts.id->text : "", one.id) << one.input;
    EXPECT_EQ(parts.title, one.title) << one.input;
    const ByteRange within = parts.id ? parts.id->within : ByteRange{};
    EXPECT_EQ(with_plain_hyphens(slice(one.input, within)), one.id) << one.input;
  }
  EXPECT_EQ(split_title("✅ M2: Setup", words()).decoration, "✅");
  EXPECT_EQ(split_title("v5.4 Name (Shipped: 2026-05-26)", words()).note, "Shipped: 2026-05-26");
  EXPECT_EQ(split_title("Writer (Target: March 2026)", words()).note, "Target: March 2026");
  EXPECT_EQ(split_title("Sprint: Foundation", words()).kind, ItemKind::sprint);
}

RC_GTEST_PROP(Identifier, any_text_stays_in_range, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::oneOf(rc::gen::element<std::string>("M", "m", "S", "T", "X", "-", "_", ".", "/", "1", "03", " ",
                                                   "Milestone", "EP-20260117-014", "#", "‑", "(", ")", "\xE2\x80", "UI",
                                                   "x", "Increment", ":", "**", "✅"),
                     rc::gen::arbitrary<std::string>()));
  std::string text;
  for (const auto& piece : pieces) text += piece;
  if (const auto found = find_identifier(text, words())) {
    RC_ASSERT(found->within.end <= text.size() && !found->within.empty() && !found->folded.empty());
    // An id that was found is found again, alone, and folds the same.
    const auto again = find_identifier(found->text, words());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->folded == found->folded);
  }
  const HeadingParts parts = split_title(text, words());
  if (parts.id) RC_ASSERT(parts.id->within.end <= text.size());
  RC_ASSERT(parts.title.size() <= text.size());
  const std::string folded = fold_identifier(text);
  RC_ASSERT(fold_identifier(folded).size() <= folded.size() + 1);
}

RC_GTEST_PROP(Identifier, padding_case_and_separators_do_not_matter, ()) {
  const auto a = std::to_string(*rc::gen::inRange(0, 99));
  const auto b = std::to_string(*rc::gen::inRange(1, 99));
  const std::string reference = fold_identifier("M" + a + "." + b);
  for (const std::string& text : {"m-" + a + "." + b, "M0" + a + ".0" + b, "Milestone " + a + "." + b,
                                  "milestone-" + a + "." + b, "M‑" + a + "." + b}) {
    RC_ASSERT(fold_identifier(text) == reference);
    RC_ASSERT(find_identifier("on " + text + " now", words())->folded == reference);
  }
}

}  // namespace
}  // namespace milepost
