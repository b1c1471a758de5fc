// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Editing run: many random edits over made and real documents, each planned, proven, applied and then checked byte by
// byte by somebody who knows nothing of planning (byte_check.h). Counts what was done by carrier and what was refused
// by reason.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace milepost::testing {

struct EditingRun {
  std::uint64_t edits = 10'000;  // that changed something
  std::uint64_t seed = 1;
  std::string corpus = {};  // a folder of real documents; "" : none
};

struct EditingResult {
  std::uint64_t edits = 0;
  std::uint64_t unchanged = 0;  // the document said it already
  std::map<std::string, std::uint64_t> by_carrier;
  std::map<std::string, std::uint64_t> refusals;
  std::vector<std::string> unproven;  // the first few refusals of the proof: each is a fault of a writer
  std::vector<std::string> faults;    // with seed, request and both texts
};

[[nodiscard]] EditingResult run_edits(const EditingRun& run);

}  // namespace milepost::testing
