// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

enum class Type : std::uint8_t { text, number, truth, nothing };

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower_char(c);
  return out;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty()) return false;
  const std::string word = lower(text);
  if (word == ".inf" || word == ".nan") return true;
  if (word.starts_with("0x") || word.starts_with("0o"))
    return word.size() > 2 && word.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
  if (!is_digit_char(word.front()) && word.front() != '.') return false;
  // "1e3", "1.5", "1_000" and the sexagesimal "12:30" of YAML 1.1
  return word.find_first_not_of("0123456789.e+-_:") == std::string::npos && is_digit_char(word.back());
}

Type type_of(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kTruths{"true", "false", "yes", "no", "on", "off"};
  if (text.empty()) return Type::nothing;
  const std::string word = lower(text);
  if (word == "~" || word == "null") return Type::nothing;
  if (std::ranges::find(kTruths, word) != kTruths.end()) return Type::truth;
  if (!Date::from_iso(text) && is_number(text)) return Type::number;
  return Type::text;
}

bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

bool has_escapes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (needs_escape(c.value)) return true;
    at += c.length;
  }
  return false;
}

// Whether YAML reads the plain text as itself.
bool is_plain(std::string_view text, YamlPlace place) {
  constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`";
  if (text.empty() || trim_blanks(text).size() != text.size()) return false;
  if (kIndicators.find(text.front()) != std::string_view::npos) return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.find(":\t") != std::string_view::npos || text.find("\t#") != std::string_view::npos) return false;
  if (text.ends_with(':') || has_escapes(text)) return false;
  return place == YamlPlace::block || text.find_first_of(",[]{}") == std::string_view::npos;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    out += c;
    if (c == '\'') out += c;
  }
  return out += '\'';
}

void append_escaped(std::string& out, std::string_view text, CodePoint c) {
  if (c.value == '"' || c.value == '\\')
    (out += '\\') += static_cast<char>(c.value);
  else if (c.value == '\n')
    out += "\\n";
  else if (c.value == '\t')
    out += "\\t";
  else if (c.value == '\r')
    out += "\\r";
  else if (needs_escape(c.value))
    out += c.value > 0xFF ? fmt::format("\\u{:04X}", static_cast<unsigned>(c.value))
                          : fmt::format("\\x{:02X}", static_cast<unsigned>(c.value));
  else
    out += text;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_escaped(out, text.substr(at, c.length), c);
    at += c.length;
  }
  return out += '"';
}

}  // namespace

std::string write_yaml_scalar(std::string_view value, YamlStyle style, YamlPlace place, std::string_view old) {
  if (style == YamlStyle::single_quoted && !has_escapes(value)) return single_quoted(value);
  if (style == YamlStyle::single_quoted || style == YamlStyle::double_quoted) return double_quoted(value);
  const Type type = type_of(value);
  const bool may_stay = type == Type::text || (type == Type::number && type_of(old) != Type::text) ||
                        (type == Type::truth && type_of(old) == Type::truth);
  if (may_stay && is_plain(value, place)) return std::string(value);
  const bool prefers_single = value.find_first_of("\"\\") != std::string_view::npos && !has_escapes(value);
  return prefers_single && value.find('\'') == std::string_view::npos ? single_quoted(value) : double_quoted(value);
}

}  // namespace milepost
