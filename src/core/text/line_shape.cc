// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxOrdinalDigits = 9;  // CommonMark: more might overflow in browsers

std::size_t run_length(std::string_view text, char c) {
  std::size_t length = 0;
  while (length < text.size() && text[length] == c) ++length;
  return length;
}

bool is_all_blank(std::string_view text) {
  for (const char c : text)
    if (!is_blank_char(c)) return false;
  return true;
}

// "text ##" without its closing run; a run that touches the text belongs to it.
std::string_view cut_closing_hashes(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] == '#') --end;
  if (end == text.size()) return text;
  if (end == 0) return text.substr(0, 0);
  return is_blank_char(text[end - 1]) ? trim_blanks(text.substr(0, end)) : text;
}

}  // namespace

std::string_view trim_blanks(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_blank_char(text[begin])) ++begin;
  if (begin == text.size()) return text.substr(0, 0);
  std::size_t end = text.size();
  while (is_blank_char(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

bool is_thematic_break(std::string_view rest) {
  const char mark = rest.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  std::size_t count = 0;
  for (const char c : rest) {
    if (c == mark)
      ++count;
    else if (!is_blank_char(c))
      return false;
  }
  return count >= 3;
}

std::uint8_t setext_level(std::string_view rest) {
  const char mark = rest.front();
  if (mark != '=' && mark != '-') return 0;
  if (!is_all_blank(rest.substr(run_length(rest, mark)))) return 0;
  return mark == '=' ? 1 : 2;
}

AtxShape atx_shape(std::string_view rest) {
  const std::size_t level = run_length(rest, '#');
  if (level == 0 || level > 6) return {};
  const std::string_view after = rest.substr(level);
  if (!after.empty() && !is_blank_char(after.front())) return {};
  return {static_cast<std::uint8_t>(level), cut_closing_hashes(trim_blanks(after))};
}

FenceShape fence_shape(std::string_view rest) {
  const char mark = rest.front();
  const std::size_t length = run_length(rest, mark);
  if (length < 3) return {};
  const std::string_view after = rest.substr(length);
  // Otherwise ``` a `` b ``` in a paragraph would open a block.
  if (mark == '`' && after.find('`') != std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(length), trim_blanks(after)};
}

bool closes_fence(std::string_view rest, char marker, std::uint32_t length) {
  const std::size_t run = run_length(rest, marker);
  return run >= length && is_all_blank(rest.substr(run));
}

ListMarkerShape list_marker_shape(std::string_view rest) {
  ListMarkerShape shape;
  if (is_digit_char(rest.front())) {
    std::size_t digits = 1;
    while (digits < rest.size() && digits <= kMaxOrdinalDigits && is_digit_char(rest[digits])) ++digits;
    if (digits > kMaxOrdinalDigits || digits == rest.size()) return {};
    shape.kind = rest[digits];
    if (shape.kind != '.' && shape.kind != ')') return {};
    shape.width = static_cast<std::uint32_t>(digits + 1);
    const std::size_t zeros = run_length(rest, '0');
    shape.starts_at_one = zeros + 1 == digits && rest[zeros] == '1';
  } else {
    shape.kind = rest.front();
    shape.width = 1;
  }
  const std::string_view after = rest.substr(shape.width);
  if (!after.empty() && !is_blank_char(after.front())) return {};
  shape.is_empty = is_all_blank(after);
  return shape;
}

}  // namespace milepost
