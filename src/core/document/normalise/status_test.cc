// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/status.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <span>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

using enum StatusCategory;

struct Case {
  std::string_view input;
  StatusCategory category;
  std::string_view text;
  std::string_view note;
};

void expect_all(std::span<const Case> cases) {
  for (const Case& one : cases) {
    const Status status = normalise_status(one.input, shipped_words().status);
    EXPECT_EQ(static_cast<int>(status.category), static_cast<int>(one.category)) << one.input;
    EXPECT_EQ(status.text, one.text.empty() ? one.input : one.text) << one.input;
    EXPECT_EQ(status.note, one.note) << one.input;
  }
}

TEST(Status, words_and_notes) {
  const Case cases[] = {
      {"done", done, "", ""},
      {"Done.", done, "", ""},
      {"IN_PROGRESS", active, "", ""},
      {"in-progress", active, "", ""},
      {"✅ Complete (2026-01-16)", done, "", "2026-01-16"},
      {"**✅ Complete**", done, "✅ Complete", ""},
      {"`completed`", done, "completed", ""},
      {"_Planned_", planned, "Planned", ""},
      {"🟡 Code complete — pending release", active, "", "pending release"},
      {"Complete (tests deferred)", done, "", "tests deferred"},
      {"✅ Completed (see the log (short))", done, "", "see the log (short)"},
      {"In progress, waiting for the keys", active, "", "waiting for the keys"},
      {"Not Started", planned, "", ""},
      {"⏳ PENDING (10% pre-done)", planned, "", "10% pre-done"},
      {"Waiting for release", blocked, "", ""},
      {"On Hold", blocked, "", ""},
      {"Released", done, "", ""},
      {"Superseded by M9", cancelled, "", "M9"},
      {"archived", archived, "", ""},
      {"completed_with_blockers", done, "", "with_blockers"},
      {"Complete 2026-01-16T17:46:11-0800", done, "", "2026-01-16T17:46:11-0800"},
      {"Completed – Nov 19, 2025", done, "", "Nov 19, 2025"},
      {"Completed ✅", done, "", "✅"},
      {"⚠️ Complete (one known failure)", done, "", "one known failure"},
      {"🟡 Planned", planned, "", ""},
      {"draft / planning", planned, "", "planning"},
      {"[Done](log.md)", done, "Done", ""},
      {"\"in-progress\"", active, "", ""},
      {"✅ Done (2025-09-10) *(early)*", done, "✅ Done (2025-09-10) (early)", "(2025-09-10) (early)"},
      {"📋 Charter superseded (was Planned)", cancelled, "", "📋 Charter superseded (was Planned)"},
      {"✅ Tests added (see GREEN entry)", done, "", "Tests added (see GREEN entry)"},
      {"🟢 Ready to start", planned, "", ""},
      {"🔄 **In Progress**", active, "🔄 In Progress", ""},
      {"2026-01-16: complete", done, "", "2026-01-16"},
  };
  expect_all(cases);
}

TEST(Status, parts_shares_and_clauses) {
  const Case cases[] = {
      {"Phase 2 complete; phase 3 in progress", active, "", "Phase 2 complete; phase 3 in progress"},
      {"🔄 **PHASE 1 COMPLETE** (phase 2 postponed)", active, "🔄 PHASE 1 COMPLETE (phase 2 postponed)",
       "PHASE 1 COMPLETE (phase 2 postponed)"},
      {"🟡 67% Complete (two phases left)", active, "", "67% Complete (two phases left)"},
      {"100% complete", done, "", "100%"},
      {"0% complete", planned, "", "0% complete"},
      {"3/5 complete", active, "", "3/5 complete"},
      {"2 of 5 tasks done", active, "", "2 of 5 tasks done"},
      {"Schema landed; final sweep still pending", active, "", "Schema landed; final sweep still pending"},
      {"🚧 Debounce implemented with hooks; numbers missing", active, "",
       "Debounce implemented with hooks; numbers missing"},
      {"Planning complete, ready to implement", planned, "", "ready to implement"},
      {"completed; no other helper is used", done, "", "no other helper is used"},
      {"Feature work shipped", done, "", "Feature work"},
      {"Phase 2 complete", active, "", "Phase 2 complete"},
  };
  expect_all(cases);
}

TEST(Status, negations) {
  const Case cases[] = {
      {"Not done", planned, "", ""},
      {"Incomplete", active, "", ""},
      {"not yet delivered", planned, "", "delivered"},
      {"has not been merged", planned, "", "has not been merged"},
      {"to be completed in May", planned, "", "to be completed in May"},
      {"Not blocked", unknown, "", ""},
      {"partially complete", active, "", ""},
      {"won’t do", cancelled, "", ""},
  };
  expect_all(cases);
}

TEST(Status, symbols_alone) {
  const Case cases[] = {
      {"✅", done, "", ""},
      {"⏳", planned, "", ""},
      {"🚧", active, "", ""},
      {"🔄", active, "", ""},
      {"🟡", active, "", ""},
      {"⚠️", active, "", ""},
      {"❌", planned, "", ""},
      {"☐", planned, "", ""},
      {"⬜", planned, "", ""},
      {"[x]", done, "", ""},
      {"[ ]", planned, "", ""},
      {"⏸️", blocked, "", ""},
      {"✅ (see the log)", done, "", "see the log"},
      {"✅ logs are green", done, "", "logs are green"},
      {"✓", done, "", ""},
  };
  expect_all(cases);
}

TEST(Status, other_languages) {
  const Case cases[] = {
      {"完了", done, "", ""},
      {"進行中（レビュー待ち）", active, "", "レビュー待ち"},
      {"未着手", planned, "", ""},
      {"未完了", planned, "", ""},
      {"実装完了", done, "", ""},
      {"Abgeschlossen (16.01.2026)", done, "", "16.01.2026"},
      {"In Arbeit", active, "", ""},
      {"nicht begonnen", planned, "", ""},
      {"Zurückgestellt", blocked, "", ""},
  };
  expect_all(cases);
}

TEST(Status, nothing_is_guessed) {
  const Case cases[] = {
      {"Planned | In Progress | Completed", unknown, "", ""},
      {"✅ / ⚠️ / ⏳", unknown, "", ""},
      {"[Open | Resolved | Deferred]", unknown, "", ""},
      {"Planning / In Progress / Complete", unknown, "", ""},
      {"{STATUS}", unknown, "", ""},
      {"purple", unknown, "", ""},
      {"{STATUS}  # planned, done", unknown, "", ""},
      {"${{ job.done }}", unknown, "", ""},
      {"", unknown, "", ""},
  };
  expect_all(cases);
  EXPECT_EQ(normalise_status("Done / Released", shipped_words().status).category, done);
  EXPECT_EQ(normalise_status("~~Planned~~ Done", shipped_words().status).text, "Done");
}

RC_GTEST_PROP(Status, any_bytes_keep_the_text, (const std::string& text)) {
  const Status once = normalise_status(text, shipped_words().status);
  const Status twice = normalise_status(once.text, shipped_words().status);
  RC_ASSERT(once.text.size() <= text.size());
  RC_ASSERT(once.note.size() <= once.text.size());
  if (once.text == twice.text) RC_ASSERT(once.category == twice.category);
}

RC_GTEST_PROP(Status, decoration_does_not_change_the_meaning, ()) {
  const auto word =
      *rc::gen::element<std::string>("done", "planned", "in progress", "blocked", "cancelled", "not started");
  const auto front = *rc::gen::element<std::string>("", "**", "`", "_", " ", "📌 ");
  const auto back = *rc::gen::element<std::string>("", ".", " (2026-01-02)", " — because", ", so", "\xE3\x80\x82");
  std::string shouted;
  for (const char c : word) shouted += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  const auto plain = normalise_status(word, shipped_words().status).category;
  RC_ASSERT(plain != unknown);
  RC_ASSERT(normalise_status(front + shouted + back, shipped_words().status).category == plain);
}

}  // namespace
}  // namespace milepost
