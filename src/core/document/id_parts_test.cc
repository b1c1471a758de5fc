// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/id_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(IdParts, AreWordsAndNumbers) {
  EXPECT_THAT(split_id("EP-20260117-014/MS003"), ElementsAre("ep", "20260117", "14", "ms", "3"));
  EXPECT_THAT(split_id("UI-M-07.04"), ElementsAre("ui", "m", "7.4"));
  EXPECT_THAT(split_id("T04B_S06"), ElementsAre("t", "4", "b", "s", "6"));
  EXPECT_THAT(split_id("M00"), ElementsAre("m", "0"));
  EXPECT_THAT(split_id("M1."), ElementsAre("m", "1"));
  EXPECT_THAT(split_id("M\u201107.04"), ElementsAre("m", "7.4"));
  EXPECT_THAT(split_id("段階 3"), ElementsAre("段階", "3"));
  EXPECT_THAT(split_id(""), IsEmpty());
  EXPECT_THAT(split_id("-/_."), IsEmpty());
}

TEST(IdParts, AShortFormIsAnEnd) {
  const auto whole = split_id("EP-20260117-014/MS003");
  EXPECT_TRUE(is_end_of(whole, split_id("MS003")));
  EXPECT_TRUE(is_end_of(whole, split_id("014/ms3")));
  EXPECT_TRUE(is_end_of(whole, split_id("3")));
  EXPECT_FALSE(is_end_of(whole, split_id("S003")));
  EXPECT_FALSE(is_end_of(whole, whole));
  EXPECT_FALSE(is_end_of(whole, {}));
  EXPECT_FALSE(is_end_of(split_id("M-07.04"), split_id("4")));
}

TEST(IdParts, OrABeginningUpToANumber) {
  const auto whole = split_id("EP-20260117-014/MS003");
  EXPECT_TRUE(is_beginning_of(whole, split_id("ep-20260117")));
  EXPECT_FALSE(is_beginning_of(whole, split_id("EP")));
  EXPECT_FALSE(is_beginning_of(whole, split_id("EP-2026")));
  EXPECT_FALSE(is_beginning_of(whole, whole));
}

}  // namespace
}  // namespace milepost
