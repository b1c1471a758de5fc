// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/fold.h"

#include <array>

#include "core/base/utf8.h"

namespace milepost {
namespace {

// What an ASCII character becomes: itself, its lower case, a blank, or 0: nothing.
constexpr std::array<char, 128> kAscii = [] {
  std::array<char, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c + ('a' - 'A'));
  for (const char c : std::string_view(" \t-_/.\n\r|")) table[static_cast<std::size_t>(c)] = ' ';
  return table;
}();

// Symbols, arrows, dingbats, emoji and their selectors say nothing in a label.
bool is_symbol(char32_t c) {
  return (c >= 0x2190 && c <= 0x2BFF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F000 && c <= 0x1FAFF) ||
         c == 0x200D || c == 0x20E3 || (c >= 0xE0000 && c <= 0xE007F) ||
         (c >= 0x00A1 && c <= 0x00BF && c != 0x00AA && c != 0x00BA);
}

// Blanks, dashes and punctuation outside ASCII.
bool is_blank(char32_t c) {
  return c == 0x00A0 || (c >= 0x2000 && c <= 0x206F && c != 0x200D) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFF1A;
}

std::size_t section_number_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
  if (at == 0 || at >= text.size()) return 0;
  if (text[at] == ')' || text[at] == ':') return at + 1;
  return text[at] == ' ' && at > 1 && text[at - 1] == '.' ? at : 0;
}

}  // namespace

// Writes into memory of the text's size: what is folded is never longer, as each blank stands for one or more bytes.
std::string_view fold_words(std::string_view text, std::string& buffer) {
  buffer.resize(text.size());
  char* const begin = buffer.data();
  char* end = begin;  // locals, because a byte that is written might otherwise be a part of them
  bool is_pending = false;
  const auto put = [&](char c) {
    if (is_pending && end != begin) *end++ = ' ';
    is_pending = false;
    *end++ = c;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      const char folded = kAscii[byte];
      if (folded > ' ') put(folded);
      is_pending = is_pending || folded == ' ';
      ++at;
      continue;
    }
    const CodePoint decoded = code_point_at(text, at);
    if (is_blank(decoded.value))
      is_pending = true;
    else if (!is_symbol(decoded.value))
      for (std::size_t i = 0; i < decoded.length; ++i) put(text[at + i]);
    at += decoded.length;
  }
  buffer.resize(static_cast<std::size_t>(end - begin));
  return buffer;
}

std::string_view fold_heading(std::string_view text, std::string& buffer) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return fold_words(text.substr(section_number_length(text)), buffer);
}

std::string fold_words(std::string_view text) {
  std::string folded;
  fold_words(text, folded);
  return folded;
}

std::string fold_heading(std::string_view text) {
  std::string folded;
  fold_heading(text, folded);
  return folded;
}

}  // namespace milepost
