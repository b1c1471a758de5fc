// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/fold.h"

#include <algorithm>

#include "core/base/byte_set.h"

namespace milepost {
namespace {

constexpr ByteSet kMarks("~*`_[<");
constexpr ByteSet kCuts("()[]{},;:|=!?");

bool is_ascii_alnum(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Lower case of an ASCII letter or digit; 0 for all others.
char folded_alnum(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : '\0';
}

bool is_blank_point(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000; }

// Ends a clause wherever it stands.
bool is_cut(char32_t c) {
  if (c < 0x80) return kCuts.holds(static_cast<char>(c));
  switch (c) {
    case 0x2014:  // em dash
    case 0x2192:  // arrow
    case 0x3001:  // ideographic comma and full stop
    case 0x3002:
    case 0xFF08:  // full-width brackets, comma, colon, semicolon
    case 0xFF09:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
      return true;
    default:
      return false;
  }
}

// Ends a clause when it stands between blanks, or (a full stop) before one.
bool is_cut_between_blanks(std::string_view text, std::size_t at, CodePoint point) {
  const std::size_t after = at + point.length;
  const bool blank_after = after >= text.size() || is_blank_point(code_point_at(text, after).value);
  if (point.value == '.') return blank_after;
  if (point.value != '/' && point.value != '+' && point.value != '&' && !is_dash(point.value)) return false;
  return blank_after && at > 0 && is_blank_point(static_cast<unsigned char>(text[at - 1]));
}

// Appends what stays of a link or comment at `at`; returns the bytes consumed, 0 when there is none.
std::size_t append_link_text(std::string_view text, std::size_t at, std::string& out) {
  if (text.substr(at).starts_with("<!--")) {
    const std::size_t close = text.find("-->", at + 4);
    return (close == std::string_view::npos ? text.size() : close + 3) - at;
  }
  if (text[at] != '[') return 0;
  const std::string_view window = text.substr(at, 512);
  const std::size_t middle = window.find("](");
  if (middle == std::string_view::npos || middle < window.find(']')) return 0;
  const std::size_t close = window.find(')', middle);
  if (close == std::string_view::npos) return 0;
  out += without_marks(window.substr(1, middle - 1).substr(window.substr(1, middle - 1).rfind('[') + 1));
  return close + 1;
}

}  // namespace

bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(c) && !(c >= '0' && c <= '9');
  if (c < 0x2000) return c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  return is_cjk(c) || (c >= 0x2C00 && c <= 0x2DFF) || (c >= 0xA000 && c <= 0xABFF) || (c >= 0xFF21 && c <= 0xFF5A) ||
         (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D; }

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
    return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  return c;
}

std::string_view trimmed(std::string_view text) {
  // The usual text has nothing to trim: printable ASCII at both ends.
  const auto is_plain = [](char c) { return c > ' ' && c <= '~'; };
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
  const auto drop = [](std::string_view t, bool front) -> std::size_t {
    for (const std::string_view blank : {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE3\x80\x80"})
      if (front ? t.starts_with(blank) : t.ends_with(blank)) return blank.size();
    return 0;
  };
  while (const std::size_t length = drop(text, true)) text.remove_prefix(length);
  while (const std::size_t length = drop(text, false)) text.remove_suffix(length);
  return text;
}

std::string without_marks(std::string_view text) {
  if (!kMarks.meets(text)) return std::string(trimmed(text));
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (text.substr(at).starts_with("~~")) {
      const std::size_t close = text.find("~~", at + 2);
      at = close == std::string_view::npos ? at + 2 : close + 2;
    } else if (c == '*' || c == '`') {
      ++at;
    } else if (c == '_') {
      const bool left = at > 0 && is_ascii_alnum(static_cast<unsigned char>(text[at - 1]));
      const bool right = at + 1 < text.size() && is_ascii_alnum(static_cast<unsigned char>(text[at + 1]));
      if (left && right) out += c;
      ++at;
    } else if (const std::size_t link = c == '[' || c == '<' ? append_link_text(text, at, out) : 0; link != 0) {
      at += link;
    } else {
      out += c;
      ++at;
    }
  }
  return std::string(trimmed(out));
}

FoldedText fold_text(std::string_view text, std::size_t limit) {
  FoldedText folded;
  std::uint32_t clause = 0;
  bool open = false;  // inside a word
  text = text.substr(0, std::min(limit, text.size()));
  folded.text.reserve(text.size());
  folded.words.reserve(text.size() / 6 + 1);
  for (std::size_t at = 0; at < text.size();) {
    // Nearly all of any text is the inside of ASCII words.
    if (const char letter = open ? folded_alnum(text[at]) : '\0'; letter != '\0') {
      folded.text += letter;
      folded.words.back().folded.end = static_cast<ByteOffset>(folded.text.size());
      folded.words.back().source.end = static_cast<ByteOffset>(++at);
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    if (is_letter(c) || (c >= '0' && c <= '9') || ((c == '%' || c == '\'' || c == 0x2019) && open)) {
      if (!open) {
        if (!folded.words.empty()) folded.text += ' ';
        const auto begin = static_cast<ByteOffset>(folded.text.size());
        folded.words.push_back({{begin, begin}, {static_cast<ByteOffset>(at), static_cast<ByteOffset>(at)}, clause});
        open = true;
      }
      append_utf8(folded.text, c == 0x2019 ? U'\'' : to_lower(c));
      folded.words.back().folded.end = static_cast<ByteOffset>(folded.text.size());
      folded.words.back().source.end = static_cast<ByteOffset>(at + point.length);
    } else {
      open = false;
      if (is_cut(c) || is_cut_between_blanks(text, at, point)) ++clause;
    }
    at += point.length;
  }
  return folded;
}

// The text of fold_text without the places of its words, which is all that a look into a table needs.
std::string fold_phrase(std::string_view text) {
  constexpr std::size_t kLongest = 1024;  // as fold_text
  std::string folded;
  bool open = false;
  for (const char c : text.substr(0, std::min(kLongest, text.size()))) {
    if (static_cast<unsigned char>(c) >= 0x80) return fold_text(text).text;
    const char letter = folded_alnum(c);
    if (letter != '\0' && !open && !folded.empty()) folded += ' ';
    if (letter != '\0')
      folded += letter;
    else if (open && (c == '%' || c == '\''))
      folded += c;
    open = letter != '\0' || (open && (c == '%' || c == '\''));
  }
  return folded;
}

}  // namespace milepost
