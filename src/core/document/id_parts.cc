// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/id_parts.h"

#include <algorithm>
#include <span>

#include "core/base/ascii.h"

namespace milepost {
namespace {

// Every byte of a letter outside ASCII counts as a letter; dashes of any length are separators.
bool is_letter(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  if (static_cast<unsigned char>(c) < 0x80) return false;
  const std::size_t begin = at - std::min<std::size_t>(at, 2);
  const std::size_t dash = text.substr(0, at + 3).find("\xE2\x80", begin);
  return dash == std::string_view::npos || dash > at;
}

std::string without_leading_zeros(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return std::string(digits.substr(first));
}

// Reads "07.04" from `at` on and moves behind it.
std::string take_number(std::string_view text, std::size_t& at) {
  std::string number;
  while (true) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    number += without_leading_zeros(text.substr(begin, at - begin));
    const bool goes_on = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
    if (!goes_on) return number;
    number += '.';
    ++at;
  }
}

std::string take_word(std::string_view text, std::size_t& at) {
  std::string word;
  while (at < text.size() && is_letter(text, at)) word += to_lower(text[at++]);
  return word;
}

}  // namespace

std::vector<std::string> split_id(std::string_view id) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < id.size();) {
    if (is_digit(id[at])) {
      parts.push_back(take_number(id, at));
    } else if (is_letter(id, at)) {
      parts.push_back(take_word(id, at));
    } else {
      ++at;
    }
  }
  return parts;
}

bool is_end_of(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  if (part.empty() || part.size() >= whole.size()) return false;
  return std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

bool is_beginning_of(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  if (part.empty() || part.size() >= whole.size() || !is_digit(part.back().front())) return false;
  return std::ranges::equal(part, std::span(whole).first(part.size()));
}

}  // namespace milepost
