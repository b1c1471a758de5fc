// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Comparison of our scanner with one oracle on one document. Where an oracle is known to be wrong, or takes a freedom
// that the specification leaves, the input is recognised and the comparison says so instead of failing; each such
// case is one function in compare.cc with its reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost::testing {

enum class Oracle : std::uint8_t { cmark, md4c };

struct Comparison {
  bool same = true;
  std::string explained;  // why this input is not compared, or not in full; empty: compared in full
  std::string report;     // both outlines around the first difference
};

[[nodiscard]] Comparison compare_with(Oracle oracle, std::string_view text);

}  // namespace milepost::testing
