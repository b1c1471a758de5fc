// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// editing_soak [COUNT] [SEED]: a million random edits, and the table of what was done. Real documents come from the
// folder that MILEPOST_CORPUS names.
#include <cstdlib>
#include <iostream>

#include "editing/editing_run.h"

int main(int count, char** words) {
  milepost::testing::EditingRun run{.edits = 1'000'000};
  if (count > 1) run.edits = std::strtoull(words[1], nullptr, 10);
  if (count > 2) run.seed = std::strtoull(words[2], nullptr, 10);
  if (const char* corpus = std::getenv("MILEPOST_CORPUS")) run.corpus = corpus;
  const auto result = milepost::testing::run_edits(run);
  std::cout << result.edits << " edits, " << result.unchanged << " that changed nothing, " << result.faults.size()
            << " faults\n\nedits by carrier\n";
  for (const auto& [carrier, number] : result.by_carrier) std::cout << "  " << number << "\t" << carrier << '\n';
  std::cout << "\nrefusals by reason\n";
  for (const auto& [reason, number] : result.refusals) std::cout << "  " << number << "\t" << reason << '\n';
  for (const std::string& unproven : result.unproven) std::cout << "\nUNPROVEN " << unproven << '\n';
  for (const std::string& fault : result.faults) std::cout << "\nFAULT " << fault << '\n';
  return result.faults.empty() ? 0 : 1;
}
