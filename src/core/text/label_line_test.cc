// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/label_line.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace milepost {
namespace {

std::string style_letter(LabelStyle style) {
  switch (style) {
    case LabelStyle::bold:
      return "b";
    case LabelStyle::italic:
      return "i";
    case LabelStyle::plain:
      return "p";
    case LabelStyle::banner:
      return "x";
  }
  return "?";
}

// "b<Status>=<Done>" for each label found.
std::string read(std::string_view line, bool allow_plain = false) {
  std::vector<Label> labels;
  find_labels(line, {0, static_cast<ByteOffset>(line.size())}, allow_plain, labels);
  std::string out;
  for (const Label& label : labels) {
    if (!out.empty()) out += ' ';
    out.append(style_letter(label.style)).append("<").append(slice(line, label.label)).append(">=<");
    out.append(slice(line, label.value)).append(">");
  }
  return out;
}

struct Case {
  std::string_view line;
  std::string_view expected;
};

TEST(LabelLine, marked_labels) {
  const Case cases[] = {
      {"**Status:** ✅ Done", "b<Status>=<✅ Done>"},
      {"**Status**: Done", "b<Status>=<Done>"},
      {"**Status** : Done", "b<Status>=<Done>"},
      {"**Status:**Done", "b<Status>=<Done>"},
      {"__Status:__ Done", "b<Status>=<Done>"},
      {"***Status:*** Done", "b<Status>=<Done>"},
      {"_Last updated: 2026-01-02_  ", "i<Last updated>=<2026-01-02>"},
      {"*Last updated: 2026-01-02*", "i<Last updated>=<2026-01-02>"},
      {"_Last updated:_ 2026-01-02", "i<Last updated>=<2026-01-02>"},
      {"*Owner*: @ann", "i<Owner>=<@ann>"},
      {"_File: last_one.md_", "i<File>=<last_one.md>"},
      {"**Status: In Progress**", "b<Status>=<In Progress>"},
      {"**Status:** Planned | In Progress | Done", "b<Status>=<Planned | In Progress | Done>"},
      {"**ID / Links:** [Issue], [Docs]  ", "b<ID / Links>=<[Issue], [Docs]>"},
      {"**Configuration** (if applicable):", "b<Configuration>=<>"},
      {"**📊 Status:** green", "b<📊 Status>=<green>"},
      {"📅 **Due:** 2026-03-01", "b<Due>=<2026-03-01>"},
      {"**Status:** Done<br>", "b<Status>=<Done>"},
      {"**Status:** Done<br />  ", "b<Status>=<Done>"},
      {"**Status:** Done\\", "b<Status>=<Done>"},
      {"**Status:**", "b<Status>=<>"},
      {"**状態**：完了", "b<状態>=<完了>"},
      {"**Verantwortlich:** Jörg", "b<Verantwortlich>=<Jörg>"},
      {"**Time:** 10:30 UTC", "b<Time>=<10:30 UTC>"},
      {"**Depends on:** [M1](m1.md), M2", "b<Depends on>=<[M1](m1.md), M2>"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.line), one.expected) << one.line;
}

TEST(LabelLine, several_on_one_line) {
  const Case cases[] = {
      {"**Status**: a | **Risk**: b", "b<Status>=<a> b<Risk>=<b>"},
      {"**Status**: {X} | **Priority**: {Y} | **Completion**: {Z}%",
       "b<Status>=<{X}> b<Priority>=<{Y}> b<Completion>=<{Z}%>"},
      {"**Status:** Done · **Owner:** Bob", "b<Status>=<Done> b<Owner>=<Bob>"},
      {"**Status:** Done • **Owner:** Bob", "b<Status>=<Done> b<Owner>=<Bob>"},
      {"**Status:** Done <br> **Owner:** Bob", "b<Status>=<Done> b<Owner>=<Bob>"},
      {"**Status:** Done<br>**Owner:** Bob", "b<Status>=<Done> b<Owner>=<Bob>"},
      {"**Status:** Done   **Owner:** Bob", "b<Status>=<Done> b<Owner>=<Bob>"},
      {"_Created: 2026-01-01_ | _Updated: 2026-01-02_", "i<Created>=<2026-01-01> i<Updated>=<2026-01-02>"},
      {"**Status:** code done — tests open", "b<Status>=<code done — tests open>"},
      {"**Run:** `a | **b:** c`", "b<Run>=<`a | **b:** c`>"},
      {"**Goal:** make **this** bold", "b<Goal>=<make **this** bold>"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.line), one.expected) << one.line;
  EXPECT_EQ(read("State: Open — Depends on: M1", true), "p<State>=<Open> p<Depends on>=<M1>");
  EXPECT_EQ(read("Status: Done | Owner: Bob", true), "p<Status>=<Done> p<Owner>=<Bob>");
}

TEST(LabelLine, plain_labels_only_when_allowed) {
  EXPECT_EQ(read("Status: Done"), "");
  EXPECT_EQ(read("Status: Done", true), "p<Status>=<Done>");
  EXPECT_EQ(read("last_updated: 2026-01-01", true), "p<last_updated>=<2026-01-01>");
  EXPECT_EQ(read("🎯 Target: May", true), "p<Target>=<May>");
  EXPECT_EQ(read("Tasks:", true), "p<Tasks>=<>");
  EXPECT_EQ(read("状態： 完了", true), "p<状態>=<完了>");
}

TEST(LabelLine, prose_is_no_label) {
  for (const std::string_view line : {
           "See https://example.org/a",
           "We met. Then we said: yes",
           "This is a rather long sentence that ends in: a colon",
           "`key: value` is yaml",
           "10:30 we start: now",
           "First, second: third",
           "- Status: Done",
           "[link: x](y)",
           "no colon here",
           "",
       })
    EXPECT_EQ(read(line, true), "") << line;
  EXPECT_EQ(read("**bold** text with: colon"), "");
  EXPECT_EQ(read("** Status:** x"), "");
  EXPECT_EQ(read("**never closed: x"), "");
}

TEST(LabelLine, banners) {
  EXPECT_EQ(read("║  Status:     ⏳ PENDING (10% pre-done)          ║"), "x<Status>=<⏳ PENDING (10% pre-done)>");
  EXPECT_EQ(read("│ Effort: 2 days │"), "x<Effort>=<2 days>");
  EXPECT_EQ(read("║ Status: Done ║ Effort: 2 days ║"), "x<Status>=<Done> x<Effort>=<2 days>");
  EXPECT_EQ(read("│  ├── x: int   # left edge │"), "");
  EXPECT_EQ(read("╔══════════╗"), "");
}

TEST(LabelLine, ranges_count_from_the_start_of_the_source) {
  const std::string source = "# Title\n> **Status:** Done\n";
  std::vector<Label> labels;
  find_labels(source, {10, 26}, false, labels);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_EQ(slice(source, labels[0].label), "Status");
  EXPECT_EQ(slice(source, labels[0].value), "Done");
}

RC_GTEST_PROP(LabelLine, ranges_stay_inside_the_line, (bool allow_plain)) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("**", "_", "*", ":", " ", "| ", " · ", "Status", "a", "(", ")", "`", "<br>", "║",
                                    "✅", "\\", "\xE2", "\xEF\xBC\x9A", "__", "."));
  std::string text = "##";
  for (const auto& piece : pieces) text += piece;
  const ByteRange line{2, static_cast<ByteOffset>(text.size())};
  text += "tail: x";
  std::vector<Label> labels;
  find_labels(text, line, allow_plain, labels);
  ByteOffset before = line.begin;
  for (const Label& label : labels) {
    RC_ASSERT(label.label.begin >= before && label.label.end <= line.end && !label.label.empty());
    RC_ASSERT(label.value.begin >= label.label.end && label.value.begin <= label.value.end &&
              label.value.end <= line.end);
    before = label.value.end;
  }
}

}  // namespace
}  // namespace milepost
