// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/html_block.h"

#include <algorithm>
#include <array>

#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 4> kRawTextTags = {"pre", "script", "style", "textarea"};

// Start condition 6 of CommonMark 0.31.2, sorted.
constexpr std::array<std::string_view, 62> kBlockTags = {
    "address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
    "col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
    "fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
    "h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
    "legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
    "optgroup", "option",     "p",      "param",   "search",   "section",    "summary",  "table",    "tbody",
    "td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul"};
static_assert(std::ranges::is_sorted(kBlockTags));

constexpr std::size_t kLongestTag = 10;

constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_name_char(char c) { return is_alpha_char(c) || is_digit_char(c) || c == '-'; }

std::size_t name_length(std::string_view text) {
  if (text.empty() || !is_alpha_char(text.front())) return 0;
  std::size_t length = 1;
  while (length < text.size() && is_name_char(text[length])) ++length;
  return length;
}

// The name in lower case in `buffer`; empty when it is too long to be in a table.
std::string_view lower_name(std::string_view name, std::array<char, kLongestTag>& buffer) {
  if (name.size() > buffer.size()) return {};
  std::ranges::transform(name, buffer.begin(), to_lower_char);
  return {buffer.data(), name.size()};
}

std::size_t skip_html_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_html_space(text[at])) ++at;
  return at;
}

constexpr std::size_t kBroken = std::string_view::npos;

// The end of an attribute value that starts at `at`, or kBroken.
std::size_t attribute_value_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return kBroken;
  if (text[at] == '"' || text[at] == '\'') {
    const std::size_t close = text.find(text[at], at + 1);
    return close == kBroken ? kBroken : close + 1;
  }
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\v\f\"'=<>`", at), text.size());
  return end == at ? kBroken : end;
}

// The end of the attribute at `at`, `at` itself if there is none, or kBroken.
std::size_t attribute_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end >= text.size() || !(is_alpha_char(text[end]) || text[end] == '_' || text[end] == ':')) return at;
  while (end < text.size() && (is_name_char(text[end]) || text[end] == '_' || text[end] == '.' || text[end] == ':'))
    ++end;
  const std::size_t equals = skip_html_space(text, end);
  if (equals >= text.size() || text[equals] != '=') return end;
  return attribute_value_end(text, skip_html_space(text, equals + 1));
}

HtmlTagShape finish_tag(std::string_view text, std::size_t at) {
  return {at < text.size() && text[at] == '>' ? at + 1 : 0, at + 1};
}

HtmlTagShape open_tag_shape(std::string_view text) {
  const std::size_t name = name_length(text.substr(1));
  if (name == 0) return {0, 2};
  std::size_t at = 1 + name;
  while (true) {
    const std::size_t attribute = skip_html_space(text, at);
    const std::size_t end = attribute_end(text, attribute);
    if (end == kBroken) return {0, text.size()};
    if (end == attribute) return finish_tag(text, attribute < text.size() && text[attribute] == '/' ? end + 1 : end);
    if (attribute == at) return {0, end};  // attributes need a blank before them
    at = end;
  }
}

HtmlTagShape closing_tag_shape(std::string_view text) {
  const std::size_t name = name_length(text.substr(2));
  return name == 0 ? HtmlTagShape{0, 3} : finish_tag(text, skip_html_space(text, 2 + name));
}

HtmlBlock markup_start(std::string_view rest) {
  if (rest.starts_with("<!--")) return HtmlBlock::comment;
  if (rest.starts_with("<?")) return HtmlBlock::instruction;
  if (rest.starts_with("<![CDATA[")) return HtmlBlock::cdata;
  return rest.size() > 2 && is_alpha_char(rest[2]) ? HtmlBlock::declaration : HtmlBlock::none;
}

bool contains_raw_text_end(std::string_view rest) {
  for (std::size_t at = rest.find("</"); at != kBroken; at = rest.find("</", at + 2)) {
    std::array<char, kLongestTag> buffer{};
    const std::size_t length = name_length(rest.substr(at + 2));
    const std::string_view name = lower_name(rest.substr(at + 2, length), buffer);
    const std::size_t close = at + 2 + length;
    if (close < rest.size() && rest[close] == '>' && std::ranges::binary_search(kRawTextTags, name)) return true;
  }
  return false;
}

}  // namespace

HtmlBlock html_block_start(std::string_view rest) {
  if (rest.size() < 2) return HtmlBlock::none;
  if (rest[1] == '!' || rest[1] == '?') return markup_start(rest);
  const bool closing = rest[1] == '/';
  const std::size_t name_at = closing ? 2 : 1;
  const std::size_t length = name_length(rest.substr(name_at));
  if (length == 0) return HtmlBlock::none;
  std::array<char, kLongestTag> buffer{};
  const std::string_view name = lower_name(rest.substr(name_at, length), buffer);
  const std::string_view after = rest.substr(name_at + length);
  const bool delimited = after.empty() || is_blank_char(after.front()) || after.front() == '>';
  const bool raw_text = std::ranges::binary_search(kRawTextTags, name);
  if (raw_text && !closing && delimited) return HtmlBlock::raw_text;
  if ((delimited || after.starts_with("/>")) && std::ranges::binary_search(kBlockTags, name))
    return HtmlBlock::known_tag;
  if (raw_text && !closing) return HtmlBlock::none;
  const std::size_t tag = html_tag_shape(rest).length;
  return tag > 0 && trim_blanks(rest.substr(tag)).empty() ? HtmlBlock::lone_tag : HtmlBlock::none;
}

bool ends_html_block(HtmlBlock type, std::string_view rest) {
  switch (type) {
    case HtmlBlock::raw_text:
      return contains_raw_text_end(rest);
    case HtmlBlock::comment:
      return rest.find("-->") != std::string_view::npos;
    case HtmlBlock::instruction:
      return rest.find("?>") != std::string_view::npos;
    case HtmlBlock::declaration:
      return rest.find('>') != std::string_view::npos;
    case HtmlBlock::cdata:
      return rest.find("]]>") != std::string_view::npos;
    default:
      return false;
  }
}

HtmlTagShape html_tag_shape(std::string_view text) {
  if (text.size() < 3) return {0, text.size()};
  return text[1] == '/' ? closing_tag_shape(text) : open_tag_shape(text);
}

}  // namespace milepost
