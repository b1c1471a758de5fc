// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/number.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/base/ascii.h"

namespace milepost {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

}  // namespace

std::optional<NumberReading> number_at(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  if (end == at || end - at > 9) return std::nullopt;
  std::string digits(text.substr(at, end - at));
  // "1,000" has thousands; "1,5" is a decimal comma.
  while (end < text.size() && text[end] == ',' && digits.size() <= 6 && digits_end(text, end + 1) == end + 4) {
    digits.append(text.substr(end + 1, 3));
    end += 4;
  }
  if (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1])) {
    const std::size_t fraction = digits_end(text, end + 1);
    digits.append(".").append(text.substr(end + 1, std::min<std::size_t>(fraction - end - 1, 9)));
    end = fraction;
  }
  NumberReading reading{0, end};
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), reading.value);
  return result.ec == std::errc() ? std::optional(reading) : std::nullopt;
}

std::size_t find_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const char before = at > 0 ? text[at - 1] : ' ';
    if (!is_digit(before) && !is_ascii_letter(before) && before != '.' && before != '_' && before != ',') return at;
    at = digits_end(text, at) - 1;
  }
  return std::string_view::npos;
}

}  // namespace milepost
