// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/finding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace milepost {
namespace {

constexpr int kFacts = static_cast<int>(ReadingFact::placeholder) + 1;

TEST(ReadingFacts, IdsCountUpFromOneInTheOrderOfTheEnum) {
  for (int i = 0; i < kFacts; ++i) {
    const std::string number = std::to_string(i + 1);
    EXPECT_EQ(row_of(static_cast<ReadingFact>(i)).id, "MP" + std::string(3 - number.size(), '0') + number);
  }
}

TEST(ReadingFacts, SlugsAreDifferentWordsInKebabCase) {
  std::set<std::string_view> slugs;
  for (int i = 0; i < kFacts; ++i) {
    const std::string_view slug = row_of(static_cast<ReadingFact>(i)).slug;
    EXPECT_TRUE(slugs.insert(slug).second) << slug;
    EXPECT_TRUE(std::ranges::all_of(slug, [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || c == '8'; }))
        << slug;
  }
}

TEST(ReadingFacts, WhatIsMissingFromTheAnswerIsAnError) {
  EXPECT_EQ(row_of(ReadingFact::unreadable).severity, Severity::error);
  EXPECT_EQ(row_of(ReadingFact::too_large).severity, Severity::error);
  EXPECT_EQ(row_of(ReadingFact::limit_reached).severity, Severity::error);
  EXPECT_EQ(row_of(ReadingFact::not_recognised).severity, Severity::warning);
  EXPECT_EQ(row_of(ReadingFact::binary).severity, Severity::info);
}

TEST(Severities, HaveTheWordsOfTheContract) {
  EXPECT_STREQ(to_string(Severity::error), "error");
  EXPECT_STREQ(to_string(Severity::warning), "warning");
  EXPECT_STREQ(to_string(Severity::info), "info");
}

}  // namespace
}  // namespace milepost
