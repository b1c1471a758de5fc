// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/natural_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace milepost {
namespace {

TEST(NaturalOrder, CountsAsPeopleDo) {
  std::vector<std::string> ids{"M10", "m2", "M1", "M2.10", "M2.9", "M2", "", "M02"};
  std::ranges::sort(ids, [](const auto& a, const auto& b) { return compare_naturally(a, b) < 0; });
  EXPECT_EQ(ids, (std::vector<std::string>{"", "M1", "M02", "M2", "m2", "M2.9", "M2.10", "M10"}));
}

TEST(NaturalOrder, NumbersOfAnyLengthCompare) {
  EXPECT_TRUE(compare_naturally("M99999999999999999999998", "M99999999999999999999999") < 0);
  EXPECT_TRUE(compare_naturally("a", "a") == 0);
}

TEST(HoldsIgnoringCase, FindsPartsInAnyCase) {
  EXPECT_TRUE(holds_ignoring_case("Payment Retries", "RETR"));
  EXPECT_TRUE(holds_ignoring_case("x", ""));
  EXPECT_FALSE(holds_ignoring_case("x", "xy"));
}

}  // namespace
}  // namespace milepost
