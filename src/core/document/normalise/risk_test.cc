// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/risk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

std::optional<RiskLevel> level(std::string_view text) {
  const auto risk = normalise_risk(text, shipped_words().risks);
  return risk ? std::optional(risk->level) : std::nullopt;
}

TEST(Risk, words_and_emoji) {
  EXPECT_EQ(level("low"), RiskLevel::low);
  EXPECT_EQ(level("med"), RiskLevel::medium);
  EXPECT_EQ(level("**Medium**"), RiskLevel::medium);
  EXPECT_EQ(level("HIGH"), RiskLevel::high);
  EXPECT_EQ(level("critical"), RiskLevel::critical);
  EXPECT_EQ(level("🟢 Low"), RiskLevel::low);
  EXPECT_EQ(level("🟡"), RiskLevel::medium);
  EXPECT_EQ(level("🔴"), RiskLevel::high);
  EXPECT_EQ(level("🟡 Medium (limits of the API)"), RiskLevel::medium);
  EXPECT_EQ(level("Medium-High"), RiskLevel::high);
  EXPECT_EQ(level("Low–Medium"), RiskLevel::medium);
  EXPECT_EQ(level("None"), RiskLevel::none);
  EXPECT_EQ(level("hoch"), RiskLevel::high);
  EXPECT_EQ(level("高"), RiskLevel::high);
  EXPECT_EQ(normalise_risk("🟡 **Medium**", shipped_words().risks)->text, "🟡 Medium");
}

TEST(Risk, menus_and_other_text_have_no_level) {
  for (const std::string_view text : {"🟢 Low / 🟡 Medium / 🔴 High", "Low | Medium | High", "Low/Medium/High",
                                      "{RISK_LEVEL}", "", "the network", "—"})
    EXPECT_EQ(level(text), std::nullopt) << text;
}

RC_GTEST_PROP(Risk, any_bytes, (const std::string& text)) {
  const auto risk = normalise_risk(text, shipped_words().risks);
  if (risk) RC_ASSERT(risk->text.size() <= text.size());
}

}  // namespace
}  // namespace milepost
