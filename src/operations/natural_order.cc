// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/natural_order.h"

#include <algorithm>
#include <cstddef>

#include "core/base/ascii.h"

namespace milepost {
namespace {

// The run of digits at `at`, leading zeros cut.
std::string_view take_number(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  std::string_view digits = text.substr(begin, at - begin);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

}  // namespace

std::strong_ordering compare_naturally(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto order = compare_numbers(take_number(a, i), take_number(b, j));
      if (order != 0) return order;
      continue;
    }
    const auto left = static_cast<unsigned char>(to_lower(a[i++]));
    const auto right = static_cast<unsigned char>(to_lower(b[j++]));
    if (left != right) return left <=> right;
  }
  const auto rest = (a.size() - i) <=> (b.size() - j);
  return rest != 0 ? rest : a <=> b;
}

bool holds_ignoring_case(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return to_lower(a) == to_lower(b); };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace milepost
