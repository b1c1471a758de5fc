// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The large crowd: 32 processes with 1,000 changes each on the same files, then the same with kills.
#include <cstdlib>
#include <iostream>

#include "writing/crowd.h"

namespace {

int report(const char* what, const milepost::testing::Crowd& crowd) {
  const auto result = milepost::testing::run_crowd(crowd);
  std::cout << what << ": " << crowd.processes << " processes, " << result.answered << " changes answered, "
            << result.killed << " kills, " << result.faults.size() << " faults" << std::endl;
  for (const std::string& fault : result.faults) std::cout << "  " << fault << '\n';
  return result.faults.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  const int changes = count > 1 ? std::atoi(words[1]) : 1000;
  const auto seed = static_cast<std::uint64_t>(count > 2 ? std::atoi(words[2]) : 1);
  const int calm = report("calm", {.processes = 32, .changes = changes, .seed = seed});
  const int killed = report("killed", {.processes = 32, .changes = changes, .kill_one_in = 20, .seed = seed});
  return calm + killed == 0 ? 0 : 1;
}
