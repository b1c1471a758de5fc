// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/slug.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "core/base/usage_error.h"
#include "core/base/utf8.h"

namespace milepost {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* memory) const { std::free(memory); }
};

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* raw = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &raw, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(raw);
  if (size < 0) return {};
  return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

bool is_ascii_alnum(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Emoji that are letters to Unicode do not exist; modifiers and joiners are no part of a word.
bool is_word_character(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return true;
    default:
      return false;
  }
}

bool is_mark(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  const bool selector = (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3;  // emoji presentation, keycap
  return !selector && (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC);
}

// Not longer than the cap, at the end of a word where one is near.
void cut(std::string& slug) {
  if (slug.size() <= kLongestSlug) return;
  std::size_t end = kLongestSlug;
  while (end > 0 && (static_cast<unsigned char>(slug[end]) & 0xC0U) == 0x80U) --end;
  const std::size_t word = slug.rfind('-', end);
  if (word != std::string::npos && word > kLongestSlug / 2) end = word;
  slug.resize(end);
  while (slug.ends_with('-')) slug.pop_back();
}

std::string with_case(std::string_view slug, bool all) {
  std::string text;
  bool first = true;
  for (std::size_t at = 0; at < slug.size();) {
    const CodePoint point = code_point_at(slug, at);
    at += point.length;
    if (point.value == '-' || point.value == '_') {
      text += '_';
      first = true;
      continue;
    }
    const auto upper = static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point.value)));
    append_utf8(text, all || first ? upper : point.value);
    first = false;
  }
  return text;
}

// Characters that nobody sees: controls, direction overrides, separators of lines.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace

std::string make_slug(std::string_view title) {
  constexpr int kDecompose =
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  const std::string folded = mapped(title, kDecompose);
  std::string slug;
  bool gap = false;
  char32_t before = 0;  // the letter that a mark would sit on
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    at += point.length;
    if (is_mark(point.value)) {
      if (before != 0 && !is_ascii_alnum(before)) append_utf8(slug, point.value);
      continue;
    }
    if (point.value == '\'' || point.value == 0x2019) continue;  // "don't" is one word
    before = is_word_character(point.value) ? point.value : 0;
    if (before == 0) {
      gap = true;
      continue;
    }
    if (gap && !slug.empty()) slug += '-';
    gap = false;
    append_utf8(slug, point.value);
  }
  slug = mapped(slug, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  cut(slug);
  return slug;
}

std::string to_title_case(std::string_view slug) { return with_case(slug, false); }
std::string to_upper_case(std::string_view slug) { return with_case(slug, true); }

std::string to_underscores(std::string_view slug) {
  std::string text(slug);
  for (char& c : text)
    if (c == '-') c = '_';
  return text;
}

Result<std::string> check_title(std::string_view title) {
  if (find_invalid_utf8(title) != std::string_view::npos)
    return std::unexpected(usage_error("the title is not valid UTF-8", "give it in UTF-8"));
  std::string text;
  std::size_t characters = 0;
  bool gap = false;
  for (std::size_t at = 0; at < title.size();) {
    const CodePoint point = code_point_at(title, at);
    at += point.length;
    if (is_invisible(point.value))
      return std::unexpected(usage_error("the title holds a line end or another character that can not be seen",
                                         "give it on one line, without control characters"));
    if (point.value == ' ' || point.value == 0x3000 || point.value == 0xA0) {
      gap = true;
      continue;
    }
    if (gap && !text.empty()) text += ' ';
    gap = false;
    append_utf8(text, point.value);
    ++characters;
  }
  if (text.empty())
    return std::unexpected(usage_error("the title is empty", "say in a few words what will be reached"));
  if (characters > kLongestTitle)
    return std::unexpected(usage_error("the title has " + std::to_string(characters) + " characters, at most " +
                                           std::to_string(kLongestTitle) + " are read well",
                                       "shorten it and put the rest below a heading, with --section or --from"));
  return text;
}

}  // namespace milepost
