// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A small crowd in each test run; `./dev soak writing` sends the large one.
#include "writing/crowd.h"

#include <gmock/gmock.h>

namespace milepost::testing {
namespace {

using ::testing::IsEmpty;

TEST(Crowd, NoUpdateIsLost) {
  const CrowdResult result = run_crowd({.processes = 32, .changes = 12});
  EXPECT_THAT(result.faults, IsEmpty());
  EXPECT_EQ(result.answered, 32U * 12U);
}

TEST(Crowd, KilledProcessesLoseNothingOfOthers) {
  const CrowdResult result = run_crowd({.processes = 16, .changes = 25, .kill_one_in = 5, .seed = 7});
  EXPECT_THAT(result.faults, IsEmpty());
  EXPECT_GT(result.killed, 20U);
  EXPECT_GT(result.answered, 16U * 15U);
}

}  // namespace
}  // namespace milepost::testing
