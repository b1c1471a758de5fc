// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/owner.h"

#include <algorithm>

#include "core/document/normalise/placeholder.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxPeople = 50;
constexpr std::size_t kMaxText = 1024;

// Takes "(backend)" and "<mail@x.org>" out; brackets go to the note, addresses are dropped.
std::string without_asides(std::string_view text, std::string& note) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char close = text[at] == '(' ? ')' : text[at] == '<' ? '>' : '\0';
    const std::size_t end = close == '\0' ? std::string_view::npos : text.find(close, at);
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    if (close == ')') note += (note.empty() ? "" : "; ") + std::string(trimmed(text.substr(at + 1, end - at - 1)));
    at = end + 1;
  }
  return out;
}

std::string_view without_signs(std::string_view name) {
  name = trimmed(name);
  while (!name.empty()) {
    const CodePoint point = code_point_at(name, 0);
    if (is_letter(point.value) || name.front() == '@' || (name.front() >= '0' && name.front() <= '9')) break;
    name.remove_prefix(point.length);
  }
  while (!name.empty() && (name.back() == '.' || name.back() == '"' || name.back() == '\'' || name.back() == ']'))
    name.remove_suffix(1);
  return trimmed(name);
}

// Length of what parts two people at `at`: comma, semicolon, "+", "&", "/", " and ".
std::size_t separator_length(std::string_view text, std::size_t at, const Words& words) {
  const char c = text[at];
  if (c == ',' || c == ';' || c == '+' || c == '&' || c == '|') return 1;
  if (c == '/' && at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '@')) return 1;
  if (text.substr(at).starts_with("\xE3\x80\x81")) return 3;
  if (c != ' ') return 0;
  const std::size_t end = text.find(' ', at + 1);
  if (end == std::string_view::npos || end - at > 12) return 0;
  return words.dependencies.conjunction.find_exact(fold_phrase(text.substr(at + 1, end - at - 1))) ? end - at : 0;
}

}  // namespace

OwnerReading normalise_owner(std::string_view text, const Words& words) {
  OwnerReading reading;
  text = text.substr(0, std::min(text.size(), kMaxText));
  if (is_placeholder(text, words)) return reading;
  const std::string plain = without_asides(without_marks(text), reading.note);
  const std::string_view all = plain;
  for (std::size_t begin = 0, at = 0; at <= all.size() && reading.people.size() < kMaxPeople;) {
    const std::size_t length = at < all.size() ? separator_length(all, at, words) : 1;
    if (length == 0) {
      ++at;
      continue;
    }
    const std::string_view name = without_signs(all.substr(begin, at - begin));
    const std::string folded = fold_phrase(name);
    if (!folded.empty() && !words.placeholders.find_exact(folded) && !words.dependencies.none.find_exact(folded))
      reading.people.emplace_back(name);
    at += length;
    begin = at;
  }
  if (reading.people.empty()) return reading;
  reading.owner.emplace();
  for (const std::string& name : reading.people) *reading.owner += (reading.owner->empty() ? "" : ", ") + name;
  return reading;
}

}  // namespace milepost
