// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Our block structure against cmark-gfm and md4c. Only what people can type: printable ASCII, blanks and line ends,
// because both oracles bend other bytes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "differential/compare.h"

namespace {

using milepost::testing::Comparison;
using milepost::testing::Oracle;

void require_agreement(Oracle oracle, const std::string& text) {
  const Comparison comparison = milepost::testing::compare_with(oracle, text);
  if (comparison.same) return;
  std::fprintf(stderr, "%s\n%s\n", oracle == Oracle::cmark ? "cmark-gfm" : "md4c", comparison.report.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxSize = 400;
  std::string text;
  for (std::size_t i = 0; i < size && i < kMaxSize; ++i) {
    const char c = static_cast<char>(data[i] & 0x7FU);
    if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\t') text += c;
  }
  require_agreement(Oracle::cmark, text);
  require_agreement(Oracle::md4c, text);
  return 0;
}
