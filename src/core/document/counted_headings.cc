// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/counted_headings.h"

#include <charconv>

namespace milepost {
namespace {

constexpr std::uint8_t kDeepest = 3;

struct Number {
  unsigned value = 0;
  std::uint32_t length = 0;  // 0: there is none
};

// "12. " and "12) " with a name behind them; "1.2 " is a chapter of a chapter and "2026" a year.
Number number_of(std::string_view heading) {
  Number number;
  const auto [end, trouble] = std::from_chars(heading.data(), heading.data() + heading.size(), number.value);
  const auto digits = static_cast<std::size_t>(end - heading.data());
  if (trouble != std::errc() || digits + 2 >= heading.size()) return {};
  if ((heading[digits] != '.' && heading[digits] != ')') || heading[digits + 1] != ' ') return {};
  number.length = static_cast<std::uint32_t>(heading.find_first_not_of(' ', digits + 1));
  return number;
}

}  // namespace

std::vector<CountedHeading> find_counted_headings(std::string_view bytes, const Outline& outline) {
  std::vector<CountedHeading> found;
  std::uint8_t level = 0;
  unsigned next = 0;
  for (std::uint32_t i = 0; i < outline.headings.size(); ++i) {
    const Heading& heading = outline.headings[i];
    if (i == outline.title || heading.level > kDeepest || (level != 0 && heading.level != level)) continue;
    const Number number = number_of(slice(bytes, heading.text));
    if (number.length == 0) continue;
    if (level == 0) {
      if (number.value > 1) return {};
      level = heading.level;
      next = number.value;
    }
    if (number.value != next++) return {};
    found.push_back({i, number.length});
  }
  if (found.size() < 2) found.clear();
  return found;
}

}  // namespace milepost
