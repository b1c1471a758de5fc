// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/markdown_text.h"

#include <algorithm>

#include "core/render/terminal_text.h"

namespace milepost {
namespace {

// GitHub turns "@name", "#1", "owner/name#1" and addresses into links after Markdown was parsed, so a backslash does
// not help against them. An empty comment divides the word: no reader sees it and nothing is linked.
constexpr std::string_view kDivider = "<!-- -->";

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

bool begins_address(std::string_view text) {
  return text.starts_with("://") || text.starts_with("www.") || text.starts_with("WWW.");
}

}  // namespace

std::string escape_markdown(std::string_view raw) {
  const std::string text = to_clean_line(raw);
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool has_next = i + 1 < text.size() && is_word(text[i + 1]);
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '@':
      case '#':
        escaped += c == '#' ? "\\#" : "@";
        if (has_next) escaped += kDivider;
        break;
      case '\\':
      case '`':
      case '*':
      case '_':
      case '~':
      case '[':
      case ']':
      case '|':
      case '$':
      case '!':
        escaped += '\\';
        escaped += c;
        break;
      default:
        if (begins_address(std::string_view(text).substr(i))) escaped += kDivider;
        escaped += c;
    }
  }
  return escaped;
}

std::string to_markdown_code(std::string_view raw) {
  std::string text = to_clean_line(raw);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  // In a table a border is one even inside code, unless it is escaped; outside of one the backslash would be shown, so
  // another character that looks the same stands for it.
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at))
    text.replace(at, 1, "\xE2\x88\xA3");
  const std::string fence(longest + 1, '`');
  const std::string room = text.starts_with('`') || text.ends_with('`') || text.empty() ? " " : "";
  return fence + room + text + room + fence;
}

}  // namespace milepost
