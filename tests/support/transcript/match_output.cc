// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/transcript/match_output.h"

#include <algorithm>

namespace milepost::testing {
namespace {

constexpr const char* kAnyLines = "...";
constexpr std::size_t kContext = 3;

}  // namespace

bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  // Greedy with one point of return: when a line does not fit, the last "..." takes one line more.
  std::size_t e = 0;
  std::size_t a = 0;
  std::size_t after_any = std::string::npos;
  std::size_t any_end = 0;
  while (a < actual.size()) {
    if (e < expected.size() && expected[e] == kAnyLines) {
      after_any = ++e;
      any_end = a;
    } else if (e < expected.size() && expected[e] == actual[a]) {
      ++e;
      ++a;
    } else if (after_any != std::string::npos) {
      e = after_any;
      a = ++any_end;
    } else {
      return false;
    }
  }
  return std::all_of(expected.begin() + static_cast<std::ptrdiff_t>(e), expected.end(),
                     [](const std::string& line) { return line == kAnyLines; });
}

std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  const std::size_t shorter = std::min(expected.size(), actual.size());
  std::size_t head = 0;
  while (head < shorter && expected[head] == actual[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && expected[expected.size() - 1 - tail] == actual[actual.size() - 1 - tail]) ++tail;
  std::string text;
  for (std::size_t i = head - std::min(head, kContext); i < head; ++i) text += "    " + actual[i] + "\n";
  for (std::size_t i = head; i < expected.size() - tail; ++i) text += "  - " + expected[i] + "\n";
  for (std::size_t i = head; i < actual.size() - tail; ++i) text += "  + " + actual[i] + "\n";
  for (std::size_t i = 0; i < std::min(tail, kContext); ++i) text += "    " + actual[actual.size() - tail + i] + "\n";
  return text;
}

}  // namespace milepost::testing
