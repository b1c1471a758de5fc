// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/identifier.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/byte_set.h"
#include "core/document/normalise/id_shape.h"

namespace milepost {
namespace {

constexpr ByteSet kJoints(" -_");
constexpr ByteSet kSeparators(" \t:-.|_)]}>(,");

std::optional<ItemKind> kind_of_letters(std::string_view folded) {
  if (folded.starts_with("ep"))
    return folded.find('/') == std::string_view::npos ? ItemKind::plan : ItemKind::milestone;
  // The innermost level of a chain says what it is; folding puts it last: "m1s2t3" is a task.
  const std::size_t last = folded.find_last_of("abcdefghijklmnopqrstuvwxyz");
  const std::size_t letter = last != std::string_view::npos && last + 1 == folded.size()
                                 ? folded.find_last_of("mstge", last - (last > 0 ? 1 : 0))
                                 : last;
  if (letter == std::string_view::npos) return std::nullopt;
  switch (folded[letter]) {
    case 'm':
      return ItemKind::milestone;
    case 's':
      return folded.find("ms") != std::string_view::npos ? ItemKind::milestone : ItemKind::sprint;
    case 't':
    case 'g':
      return ItemKind::task;
    case 'e':
      return ItemKind::epic;
    default:
      return std::nullopt;
  }
}

IdMatch match_of(std::string_view text, std::size_t begin, std::size_t end, const IdWords& words) {
  IdMatch match;
  match.within = {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
  match.text = with_plain_hyphens(text.substr(begin, end - begin));
  match.folded = fold_identifier(match.text);
  const std::size_t word = kJoints.find_in(match.text);
  if (const auto kind = words.kinds.find_exact(fold_phrase(std::string_view(match.text).substr(0, word)))) {
    match.kind = kind;
    // Localised words fold like the model's own: "Meilenstein 3" is "m3".
    if (word != std::string::npos)
      match.folded = fold_identifier(std::string(to_word(*kind)) + match.text.substr(word));
  } else {
    match.kind = kind_of_letters(match.folded);
  }
  return match;
}

// "M3 Increment 7" is one id: the end of such a tail, or `end`.
std::size_t with_part(std::string_view text, std::size_t end, const IdWords& words) {
  if (end >= text.size() || (text[end] != ' ' && text[end] != '-' && text[end] != '_')) return end;
  std::size_t word = end + 1;
  while (word < text.size() && is_ascii_letter(text[word]) && word - end < 24) ++word;
  if (!words.parts.find_exact(fold_phrase(text.substr(end + 1, word - end - 1)))) return end;
  const std::size_t number = word + 1;
  if (word >= text.size() || is_alnum(text[word]) || number >= text.size() || !is_digit(text[number])) return end;
  const std::size_t stop = number_end(text, number);
  return stop < text.size() && is_alnum(text[stop]) ? end : stop;
}

}  // namespace

std::optional<IdMatch> find_identifier_from(std::string_view text, std::size_t from, const IdWords& words) {
  std::size_t digit = from;  // the first one at or behind `at`; prose has few, and no id is without
  for (std::size_t at = from; at < text.size();) {
    if (digit <= at) {
      digit = at;
      while (digit < text.size() && !is_digit(text[digit])) ++digit;
      if (digit == text.size()) return std::nullopt;
    }
    if (digit - at > kFarthestDigit) at = digit - kFarthestDigit;
    if (!starts_word(text, at)) {
      ++at;
      continue;
    }
    const std::size_t end = strong_id_end(text, at, words);
    if (end != std::string_view::npos) return match_of(text, at, with_part(text, end, words), words);
    // Past this run of letters and digits, but not past separators: an id may begin behind one.
    ++at;
    while (at < text.size() && is_alnum(text[at]) && is_alnum(text[at - 1])) ++at;
  }
  return std::nullopt;
}

std::optional<IdMatch> find_identifier(std::string_view text, const IdWords& words) {
  return find_identifier_from(text, 0, words);
}

std::optional<IdMatch> identifier_at_start(std::string_view text, const IdWords& words) {
  std::size_t at = 0;
  while (at < text.size() && !is_alnum(text[at]) && text[at] != '#' && at < 32) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter(point.value)) break;
    at += point.length;
  }
  if (at >= text.size()) return std::nullopt;
  std::size_t end = strong_id_end(text, at, words);
  if (end == std::string_view::npos) end = weak_id_end(text, at);
  if (end == std::string_view::npos) return std::nullopt;
  return match_of(text, at, with_part(text, end, words), words);
}

namespace {

// Signs that part an id from a title: colon, dashes, full stop, bar, brackets, underscore.
std::size_t separator_length(std::string_view text) {
  if (text.empty()) return 0;
  if (kSeparators.holds(text.front())) return 1;
  const CodePoint point = code_point_at(text, 0);
  if (is_dash(point.value) || point.value == 0xFF1A || point.value == 0xB7 || point.value == 0x2022 ||
      point.value == 0x2192 || point.value == 0x3000)
    return point.length;
  return 0;
}

std::string_view without_leading_separators(std::string_view text) {
  // An opening bracket belongs to the title: "M1 (draft)".
  while (!text.empty() && text.front() != '(') {
    const std::size_t length = separator_length(text);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  return text;
}

// Emoji, arrows, check marks; not quotation marks, ellipsis, dashes and the punctuation of CJK.
bool is_sign(char32_t c) {
  if (c < 0x2000 || is_letter(c) || is_dash(c) || (c >= 0x3000 && c < 0xFE00)) return false;
  return !(c >= 0x2018 && c <= 0x201F) && c != 0x2026;
}

// Moves emoji and check marks at both ends into `decoration`.
std::string_view without_signs(std::string_view text, std::string& decoration) {
  text = trimmed(text);
  while (!text.empty()) {
    const CodePoint point = code_point_at(text, 0);
    if (!is_sign(point.value)) break;
    if (point.value != 0xFFFD) decoration.append(text.substr(0, point.length));
    text = trimmed(text.substr(point.length));
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    const CodePoint point = code_point_at(text, last);
    if (!is_sign(point.value) || last + point.length != text.size()) break;
    if (point.value != 0xFFFD) decoration.append(text.substr(last));
    text = trimmed(text.substr(0, last));
  }
  return text;
}

bool has_iso_date(std::string_view text) {
  for (std::size_t at = 0; at + 10 <= text.size(); ++at)
    if (is_digit(text[at]) && Date::from_iso(text.substr(at, 10))) return true;
  return false;
}

// "2026", "Q3": a month or a quarter is no day, yet it says when and not what.
bool has_year_or_quarter(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_alnum(text[at - 1])) continue;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (end - at == 4 && (text.substr(at).starts_with("20") || text.substr(at).starts_with("19"))) return true;
    if (at + 1 < text.size() && text[at] == 'Q' && text[at + 1] >= '1' && text[at + 1] <= '4') return true;
  }
  return false;
}

// "Target: March 2026", "due Q3 2026": a word of dates, and when.
bool is_dated_remark(std::string_view inside, const IdWords& words) {
  if (!has_year_or_quarter(inside)) return false;
  const std::size_t colon = std::min(inside.find(':'), inside.find("\xEF\xBC\x9A"));
  const std::string_view label = inside.substr(0, colon == std::string_view::npos ? inside.find(' ') : colon);
  return words.dates.find_exact(fold_phrase(label)).has_value();
}

// "Name (Shipped: 2026-05-26)", "Name (Target: March 2026)": the bracket is a note, not part of the title.
std::string_view without_dated_bracket(std::string_view text, const IdWords& words, std::string& note) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return text;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (!has_iso_date(inside) && !is_dated_remark(inside, words)) return text;
  note = std::string(trimmed(inside));
  return trimmed(text.substr(0, open));
}

// Past "Milestone:", "Tracking —", "Milestone [X]:": a word that says what the heading is about, and nothing more.
std::size_t skip_kind_word(std::string_view text, const IdWords& words, std::optional<ItemKind>& kind) {
  std::size_t end = 0;
  while (end < text.size() && end < 48 && is_letter(code_point_at(text, end).value))
    end += code_point_at(text, end).length;
  const std::string word = fold_phrase(text.substr(0, end));
  const auto found = words.kinds.find_exact(word);
  if (end == 0 || end >= text.size() || (!found && !words.labels.find_exact(word))) return 0;
  std::size_t after = end;
  while (after < text.size() && text[after] == ' ') ++after;
  // A slot of the template where the number belongs.
  if (after < text.size() && (text[after] == '[' || text[after] == '{' || text[after] == '<')) {
    const std::size_t close = text.find_first_of("]}>", after);
    if (close != std::string_view::npos && close + 1 < text.size() && separator_length(text.substr(close + 1)) != 0)
      after = close + 1;
  }
  const bool parted =
      text[after] == ':' || text.substr(after).starts_with("\xEF\xBC\x9A") ||
      (after > end && separator_length(text.substr(after)) != 0 && text[after] != '(' && text[after] != '[');
  const bool is_version = text[after] == 'v' && weak_id_end(text, after) != std::string_view::npos;
  const bool id_follows = after > end && (is_version || strong_id_end(text, after, words) != std::string_view::npos);
  if (!parted && !id_follows) return 0;
  // "Milestones: Harbour" says what the page is, not what each of them is called.
  const bool is_plural =
      word.size() > 1 && word.back() == 's' && words.kinds.find_exact(word.substr(0, word.size() - 1));
  if (is_plural && !id_follows) return 0;
  if (found) kind = found;
  return after;
}

// A named id in a heading needs a sign or a capital behind it: "Phase 1 specialised contracts" is a title.
bool parts_title(std::string_view rest) {
  if (rest.empty() || (rest.front() != ' ')) return true;
  const CodePoint next = code_point_at(trimmed(rest).empty() ? rest : trimmed(rest), 0);
  return !(next.value >= 'a' && next.value <= 'z');
}

// Past the slug that an id goes on with: "M02_User_Management: Name", when a title follows behind it.
std::string_view without_slug(std::string_view rest) {
  if (rest.size() < 2 || (rest[0] != '-' && rest[0] != '_') || !is_alnum(rest[1])) return rest;
  std::size_t end = 1;
  while (end < rest.size() && (is_alnum(rest[end]) || rest[end] == '-' || rest[end] == '_')) ++end;
  if (end >= rest.size()) return rest;
  const bool parted = rest[end] == ':' || (rest[end] == ' ' && separator_length(trimmed(rest.substr(end))) != 0);
  return parted && trimmed(rest.substr(end)).front() != '(' ? rest.substr(end) : rest;
}

// Where in the heading, which still has its marks, a piece of the plain text stands; empty when marks cut it.
ByteRange place_in(std::string_view heading, std::string_view piece) {
  const std::size_t at = heading.find(piece);
  if (at == std::string_view::npos) return {};
  return {static_cast<ByteOffset>(at), static_cast<ByteOffset>(at + piece.size())};
}

// "Sprint: Foundation (S02)": an id alone in a closing bracket.
bool take_bracketed_id(std::string_view heading, std::string_view& text, const IdWords& words, HeadingParts& parts) {
  const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
  if (open == std::string_view::npos) return false;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (inside.empty() || inside.front() == '#' || strong_id_end(inside, 0, words) != inside.size()) return false;
  parts.id = match_of(inside, 0, inside.size(), words);
  parts.id->within = place_in(heading, inside);
  text = trimmed(text.substr(0, open));
  return true;
}

// "Service Milestone SVC-M-0 — Name": an id behind a kind's word, with a sign behind it.
bool take_inner_id(std::string_view heading, std::string_view& text, const IdWords& words, HeadingParts& parts) {
  auto id = find_identifier(text, words);
  if (!id || id->within.begin < 2 || text[id->within.begin] == '#') return false;
  const std::string_view before = trimmed(text.substr(0, id->within.begin));
  const std::string_view rest = text.substr(id->within.end);
  const std::size_t word = before.find_last_of(" -") + 1;  // npos + 1 is 0
  const bool parted = trimmed(rest).empty() || (separator_length(trimmed(rest)) != 0 && trimmed(rest).front() != '(');
  if (!parted || !words.kinds.find_exact(fold_phrase(before.substr(word)))) return false;
  id->within = place_in(heading, slice(text, id->within));
  text = without_leading_separators(rest);
  parts.id = std::move(id);
  return true;
}

}  // namespace

HeadingParts split_title(std::string_view heading, const IdWords& words) {
  constexpr std::size_t kLongest = 4096;
  HeadingParts parts;
  const std::string plain = without_marks(heading.substr(0, std::min(heading.size(), kLongest)));
  std::string_view text = without_dated_bracket(without_signs(plain, parts.decoration), words, parts.note);
  text = without_signs(text, parts.decoration);
  // "3.2 M1: Name": a chapter number before an id is no part of either.
  const std::size_t chapter = text.find_first_not_of("0123456789.");
  if (chapter != std::string_view::npos && chapter > 0 && text[chapter] == ' ' &&
      strong_id_end(text, chapter + 1, words) != std::string_view::npos)
    text.remove_prefix(chapter + 1);
  const std::string_view whole = text;
  if (const std::size_t skipped = skip_kind_word(text, words, parts.kind))
    text = without_leading_separators(text.substr(skipped));
  if (auto id = identifier_at_start(text, words); id && parts_title(text.substr(id->within.end))) {
    const std::string_view rest = text.substr(id->within.end);
    id->within = place_in(heading, slice(text, id->within));
    text = without_leading_separators(without_slug(rest));
    parts.id = std::move(id);
  } else if (!take_bracketed_id(heading, text, words, parts)) {
    take_inner_id(heading, text, words, parts);
  }
  if (parts.id && parts.id->kind) parts.kind = parts.id->kind;
  parts.title = without_signs(text, parts.decoration);
  if (parts.title.empty() && !parts.id) parts.title = whole;
  return parts;
}

}  // namespace milepost
