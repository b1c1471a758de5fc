// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/placeholder.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/byte_set.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 512;  // a placeholder is short

// Brackets and bars, and all bytes outside ASCII.
constexpr ByteSet kTemplateSigns = [] {
  ByteSet set("{[<|");
  for (int byte = 0x80; byte <= 0xFF; ++byte) set.add(static_cast<char>(byte));
  return set;
}();
constexpr ByteSet kAlnum("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

// Marks that may stand round a whole value.
bool is_quote(char c) { return c == '"' || c == '`' || c == '*' || c == '_'; }

// "{UPPER_CASE}" or "{{anything}}" somewhere in the text.
bool holds_slot(std::string_view text) {
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    if (text.substr(at).starts_with("{{")) return text.find("}}", at) != std::string_view::npos;
    std::size_t end = at + 1;
    while (end < text.size() && (is_upper(text[end]) || text[end] == '_' || (text[end] >= '0' && text[end] <= '9')))
      ++end;
    if (end > at + 1 && end < text.size() && text[end] == '}') return true;
  }
  return false;
}

// The whole text stands in one pair of brackets that holds words: "[Name]", "<owner>", "{date}".
bool is_bracketed(std::string_view text) {
  constexpr std::string_view kPairs[] = {"[]", "<>", "{}"};
  for (const std::string_view pair : kPairs) {
    if (text.size() < 4 || text.front() != pair[0] || text.back() != pair[1]) continue;
    const std::string_view inside = text.substr(1, text.size() - 2);
    if (inside.find_first_of("[]<>{}") != std::string_view::npos || !is_ascii_letter(inside.front())) return false;
    if (inside.find("://") != std::string_view::npos || inside.find('@') != std::string_view::npos) return false;
    // "[backend, api]" is a list and "[M1]" a reference.
    const bool list = inside.find(',') != std::string_view::npos && !is_upper(inside.front());
    const bool number = pair[0] == '[' && std::ranges::any_of(inside, [](char c) { return c >= '0' && c <= '9'; });
    return !list && !number;
  }
  return false;
}

// "Backend | Frontend | CLI": three choices or more, none of them chosen.
bool is_menu(std::string_view text) {
  std::size_t bars = 0;
  for (std::size_t at = text.find(" | "); at != std::string_view::npos; at = text.find(" | ", at + 3)) ++bars;
  return bars >= 2 && text.find(':') == std::string_view::npos;
}

// "X hours", "XX days", "X-Y weeks".
bool is_unit_slot(const FoldedText& folded, const EffortWords& effort) {
  std::size_t letters = 0;
  while (letters < folded.words.size()) {
    const std::string_view word = folded.phrase(letters, letters);
    if (word != "x" && word != "xx" && word != "y" && word != "yy" && word != "n" && word != "nn") break;
    ++letters;
  }
  return letters > 0 && letters < folded.words.size() && effort.units.find_at(folded, letters).has_value();
}

}  // namespace

bool is_surely_no_placeholder(std::string_view text, const Words& words) {
  bool has_slash = false;
  for (const char c : text) {
    if (kTemplateSigns.holds(c)) return false;
    has_slash = has_slash || c == '/';
  }
  const std::size_t begin = kAlnum.find_in(text);
  if (begin == std::string_view::npos) return false;
  const char first = is_upper(text[begin]) ? static_cast<char>(text[begin] + ('a' - 'A')) : text[begin];
  // A slash can only make a menu of status words: "EP-7/MS001" is none.
  if (has_slash && (trimmed(text) != text || is_quote(text.front()) || is_status_menu(text, words.status)))
    return false;
  const bool begins_slot = first == 'x' || first == 'y' || first == 'n';
  return !begins_slot && !words.placeholders.may_begin(first);
}

bool is_placeholder(std::string_view value, const Words& words) {
  if (is_surely_no_placeholder(value, words)) return false;
  value = trimmed(value);
  while (value.size() > 1 && is_quote(value.front()) && value.back() == value.front())
    value = trimmed(value.substr(1, value.size() - 2));
  if (value.empty() || value.size() > kLongest) return false;
  if (value == "..." || value == "\xE2\x80\xA6") return true;
  if (holds_slot(value) || is_bracketed(value) || is_menu(value) || is_status_menu(value, words.status)) return true;
  const FoldedText folded = fold_text(value);
  if (folded.words.empty()) return false;
  const auto word = words.placeholders.find_at(folded, 0);
  const bool first_clause =
      word && (word->words == folded.words.size() || folded.words[word->words].clause != folded.words[0].clause);
  return first_clause || is_unit_slot(folded, words.effort);
}

}  // namespace milepost
