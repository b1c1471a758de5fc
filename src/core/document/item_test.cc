// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/item.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace milepost {
namespace {

Item with_status(StatusCategory category) {
  Item item;
  item.status = Stated<Status>{Status{category, "as written", ""}, {}, Carrier::label};
  return item;
}

TEST(ItemWords, EveryKindSurvivesTheWayOutAndBack) {
  for (int i = 0; i <= static_cast<int>(ItemKind::epic); ++i) {
    const auto kind = static_cast<ItemKind>(i);
    EXPECT_EQ(parse_item_kind(to_string(kind)), kind);
  }
  EXPECT_FALSE(parse_item_kind("Milestone"));
  EXPECT_FALSE(parse_item_kind(""));
}

TEST(ItemWords, EveryCategorySurvivesTheWayOutAndBack) {
  for (int i = 0; i <= static_cast<int>(StatusCategory::unknown); ++i) {
    const auto category = static_cast<StatusCategory>(i);
    EXPECT_EQ(parse_status_category(to_string(category)), category);
  }
  EXPECT_FALSE(parse_status_category("complete"));
}

TEST(ItemWords, AreTheOnesOfTheJsonContract) {
  EXPECT_STREQ(to_string(ItemKind::overview), "overview");
  EXPECT_STREQ(to_string(StatusCategory::cancelled), "cancelled");
  EXPECT_STREQ(to_string(Carrier::front_matter), "front_matter");
  EXPECT_STREQ(to_string(Carrier::file_name), "file_name");
  EXPECT_STREQ(to_string(Carrier::parent_document), "parent_document");
  EXPECT_STREQ(to_string(EffortUnit::person_weeks), "person_weeks");
  EXPECT_STREQ(to_string(EffortUnit::size), "size");
  EXPECT_STREQ(to_string(RiskLevel::medium), "medium");
}

TEST(ItemWords, NoTwoCarriersShareAWord) {
  std::set<std::string> words;
  for (int i = 0; i <= static_cast<int>(Carrier::parent_document); ++i) {
    words.insert(to_string(static_cast<Carrier>(i)));
  }
  EXPECT_EQ(words.size(), 11U);
}

TEST(IsOpen, WhatIsNotFinishedIsOpen) {
  EXPECT_TRUE(is_open(Item{}));
  EXPECT_TRUE(is_open(with_status(StatusCategory::planned)));
  EXPECT_TRUE(is_open(with_status(StatusCategory::active)));
  EXPECT_TRUE(is_open(with_status(StatusCategory::blocked)));
  EXPECT_TRUE(is_open(with_status(StatusCategory::unknown)));
  EXPECT_FALSE(is_open(with_status(StatusCategory::done)));
  EXPECT_FALSE(is_open(with_status(StatusCategory::cancelled)));
  EXPECT_FALSE(is_open(with_status(StatusCategory::archived)));
}

}  // namespace
}  // namespace milepost
