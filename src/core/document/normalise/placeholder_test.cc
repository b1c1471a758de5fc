// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/placeholder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

TEST(Placeholder, what_templates_leave) {
  for (const std::string_view text : {"{NAME}",
                                      "{{x}}",
                                      "{COMPLETION}%",
                                      "[\"{DEPENDENCY_1}\"]",
                                      "[Name]",
                                      "[Milestone Name]",
                                      "<owner>",
                                      "{date}",
                                      "YYYY-MM-DD",
                                      "\"YYYY-MM-DD\"",
                                      "…",
                                      "...",
                                      "TBD",
                                      "TBD (after launch)",
                                      "tba",
                                      "To be determined",
                                      "X hours",
                                      "XX days",
                                      "X-Y weeks",
                                      "@handle or team name",
                                      "Backend | Frontend | CLI",
                                      "Planned | In Progress | Completed",
                                      "✅ / ⚠️ / ⏳",
                                      "**TBD**",
                                      "未定"})
    EXPECT_TRUE(is_placeholder(text, shipped_words())) << text;
}

TEST(Placeholder, values_are_none) {
  for (const std::string_view text : {"",
                                      "Done",
                                      "2026-01-16",
                                      "@ann",
                                      "[M1](m1.md)",
                                      "[@ann](https://x.org)",
                                      "[M1]",
                                      "[backend, api]",
                                      "[x]",
                                      "[ ]",
                                      "<https://example.org>",
                                      "<ann@example.org>",
                                      "Ann",
                                      "4 hours",
                                      "Backend | API",
                                      "Use {curly} words in prose",
                                      "EP-20260117-014/MS003",
                                      "docs/plan.md",
                                      "\"a/b\"",
                                      "—",
                                      "Fix TODO comments",
                                      "Name the rose"})
    EXPECT_FALSE(is_placeholder(text, shipped_words())) << text;
}

RC_GTEST_PROP(Placeholder, any_bytes, (const std::string& text)) {
  RC_ASSERT(is_placeholder("{" + std::string("SLOT") + "}" + text.substr(0, 100), shipped_words()));
  RC_ASSERT(is_placeholder(text, shipped_words()) == is_placeholder(" " + text + " ", shipped_words()));
}

}  // namespace
}  // namespace milepost
