// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Character references. Of the two thousand names of HTML only those that people type into plans are known; the rest
// stay as they are written.
#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/text/inline_syntax.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

struct NamedCharacter {
  std::string_view name;
  std::uint32_t code_point;
};

constexpr std::array<NamedCharacter, 58> kNames = {{
    {"AMP", 0x26},    {"Auml", 0xC4},    {"GT", 0x3E},      {"LT", 0x3C},       {"Ouml", 0xD6},    {"QUOT", 0x22},
    {"Uuml", 0xDC},   {"amp", 0x26},     {"apos", 0x27},    {"ast", 0x2A},      {"auml", 0xE4},    {"bull", 0x2022},
    {"cent", 0xA2},   {"check", 0x2713}, {"colon", 0x3A},   {"copy", 0xA9},     {"cross", 0x2717}, {"darr", 0x2193},
    {"deg", 0xB0},    {"eacute", 0xE9},  {"emsp", 0x2003},  {"ensp", 0x2002},   {"euro", 0x20AC},  {"excl", 0x21},
    {"frac12", 0xBD}, {"ge", 0x2265},    {"gt", 0x3E},      {"hellip", 0x2026}, {"lbrack", 0x5B},  {"laquo", 0xAB},
    {"larr", 0x2190}, {"ldquo", 0x201C}, {"le", 0x2264},    {"lsquo", 0x2018},  {"lt", 0x3C},      {"mdash", 0x2014},
    {"micro", 0xB5},  {"middot", 0xB7},  {"minus", 0x2212}, {"nbsp", 0xA0},     {"ndash", 0x2013}, {"ne", 0x2260},
    {"num", 0x23},    {"ouml", 0xF6},    {"para", 0xB6},    {"plusmn", 0xB1},   {"pound", 0xA3},   {"quot", 0x22},
    {"raquo", 0xBB},  {"rarr", 0x2192},  {"rbrack", 0x5D},  {"rdquo", 0x201D},  {"reg", 0xAE},     {"rsquo", 0x2019},
    {"sect", 0xA7},   {"szlig", 0xDF},   {"times", 0xD7},   {"uuml", 0xFC},
}};

std::size_t append_numeric(std::string_view text, std::string& into) {
  const bool is_hex = text.size() > 2 && to_lower_char(text[2]) == 'x';
  const std::size_t begin = is_hex ? 3 : 2;
  const std::size_t max_digits = is_hex ? 6 : 7;
  std::uint32_t code_point = 0;
  std::size_t at = begin;
  for (; at < text.size() && at - begin <= max_digits; ++at) {
    const char c = to_lower_char(text[at]);
    if (is_digit_char(c))
      code_point = code_point * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
    else if (is_hex && c >= 'a' && c <= 'f')
      code_point = code_point * 16 + static_cast<std::uint32_t>(c - 'a' + 10);
    else
      break;
  }
  if (at == begin || at - begin > max_digits || at >= text.size() || text[at] != ';') return 0;
  append_utf8(into, code_point == 0 ? kReplacementCharacter : code_point);
  return at + 1;
}

}  // namespace

std::size_t append_character_reference(std::string_view text, std::string& into) {
  if (text.size() < 3) return 0;
  if (text[1] == '#') return append_numeric(text, into);
  constexpr std::size_t kLongestName = 8;
  const std::size_t end = text.substr(0, kLongestName + 2).find(';');
  if (end == std::string_view::npos) return 0;
  const auto found = std::ranges::find(kNames, text.substr(1, end - 1), &NamedCharacter::name);
  if (found == kNames.end()) return 0;
  append_utf8(into, found->code_point);
  return end + 1;
}

}  // namespace milepost
