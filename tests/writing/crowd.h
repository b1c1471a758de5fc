// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Many processes that change the same files at once through Changes, some of which are killed in the middle and started
// again. Each change carries a mark of its own, so that afterwards every single one can be accounted for: a change that
// was answered is there exactly once in every place it names, one that was killed is there wholly or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace milepost::testing {

struct Crowd {
  int processes = 8;
  int changes = 20;     // of each process
  int kill_one_in = 0;  // so many changes end in a kill; 0: none
  std::uint64_t seed = 1;
  bool synced = false;  // really wait for the disk
};

struct CrowdResult {
  std::uint64_t answered = 0;
  std::uint64_t killed = 0;
  std::vector<std::string> faults;  // sentences; empty: nothing was lost
};

[[nodiscard]] CrowdResult run_crowd(const Crowd& crowd);

}  // namespace milepost::testing
