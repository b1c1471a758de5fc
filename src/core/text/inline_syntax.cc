// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/inline_syntax.h"

#include <algorithm>

#include "core/text/html_block.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxLabel = 999;
constexpr std::uint32_t kMaxParentheses = 32;

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }

// One blank at each end goes, so that a span can begin or end with a backtick.
ByteRange code_content(std::string_view bytes, ByteRange range) {
  const std::string_view text = slice(bytes, range);
  const auto is_pad = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
  if (text.size() < 2 || !is_pad(text.front()) || !is_pad(text.back())) return range;
  if (std::ranges::all_of(text, is_pad)) return range;
  return {range.begin + 1, range.end - 1};
}

// "<scheme:...>": length with the brackets, or 0.
std::size_t uri_autolink_length(std::string_view text) {
  std::size_t at = 1;
  if (at >= text.size() || !is_alpha_char(text[at])) return 0;
  while (at < text.size() && at <= 33 &&
         (is_alpha_char(text[at]) || is_digit_char(text[at]) || text[at] == '+' || text[at] == '.' || text[at] == '-'))
    ++at;
  if (at < 3 || at > 33 || at >= text.size() || text[at] != ':') return 0;
  while (at < text.size() && text[at] != '<' && text[at] != '>' && text[at] != ' ' && !is_control(text[at])) ++at;
  return at < text.size() && text[at] == '>' ? at + 1 : 0;
}

constexpr bool is_mail_char(char c) {
  return is_alpha_char(c) || is_digit_char(c) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

std::size_t mail_autolink_length(std::string_view text) {
  std::size_t at = 1;
  while (at < text.size() && is_mail_char(text[at])) ++at;
  if (at == 1 || at >= text.size() || text[at] != '@') return 0;
  const std::size_t host = ++at;
  while (at < text.size() && (is_alpha_char(text[at]) || is_digit_char(text[at]) || text[at] == '-' || text[at] == '.'))
    ++at;
  return at > host && at < text.size() && text[at] == '>' && is_alpha_char(text[host]) ? at + 1 : 0;
}

// Comments, instructions, declarations, CDATA: the end mark decides. 0: none begins here; kNone: never closed.
std::size_t markup_length(std::string_view text) {
  const auto until = [&](std::size_t from, std::string_view mark) {
    const std::size_t at = text.find(mark, from);
    return at == kNone ? kNone : at + mark.size();
  };
  if (text.starts_with("<!-->")) return 5;
  if (text.starts_with("<!--->")) return 6;
  if (text.starts_with("<!--")) return until(4, "-->");
  if (text.starts_with("<?")) return until(2, "?>");
  if (text.starts_with("<![CDATA[")) return until(9, "]]>");
  if (text.starts_with("<!") && text.size() > 2 && is_alpha_char(text[2])) return until(2, ">");
  return 0;
}

}  // namespace

InlineSyntax::InlineSyntax(std::string_view bytes, ByteRange span)
    : bytes_(bytes), span_(span), budget_(std::size_t{8} * span.size() + 4096) {}

bool InlineSyntax::spend(std::size_t looked_at) {
  budget_ -= std::min(budget_, looked_at);
  return budget_ > 0;
}

std::uint32_t InlineSyntax::run_length(ByteOffset at) const {
  ByteOffset end = at;
  while (end < span_.end && bytes_[end] == bytes_[at]) ++end;
  return end - at;
}

void InlineSyntax::find_ticks() {
  knows_ticks_ = true;
  for (ByteOffset at = span_.begin; at < span_.end; ++at) {
    if (bytes_[at] != '`') continue;
    const std::uint32_t length = run_length(at);
    if (length <= kMaxTicks) last_ticks_[length] = at;
    at += length - 1;
  }
}

std::optional<Inline> InlineSyntax::code_span_at(ByteOffset at) {
  if (!knows_ticks_) find_ticks();
  const std::uint32_t length = run_length(at);
  // Knowing where the last run of each length is makes a search in vain impossible.
  if (length > kMaxTicks || last_ticks_[length] <= at) return std::nullopt;
  for (ByteOffset close = at + length; close < span_.end; ++close) {
    if (bytes_[close] != '`') continue;
    const std::uint32_t run = run_length(close);
    if (run == length) {
      const ByteRange text = code_content(bytes_, {at + length, close});
      return Inline{InlineKind::code_span, {at, close + run}, text, {}};
    }
    close += run - 1;
  }
  return std::nullopt;
}

std::optional<Inline> InlineSyntax::angle_at(ByteOffset at) {
  const std::string_view text = rest(at);
  const auto range = [&](std::size_t length) { return ByteRange{at, at + static_cast<ByteOffset>(length)}; };
  std::size_t link = uri_autolink_length(text);
  if (link == 0) link = mail_autolink_length(text);
  if (link > 0) {
    const ByteRange inner{at + 1, at + static_cast<ByteOffset>(link) - 1};
    return Inline{InlineKind::autolink, range(link), inner, inner};
  }
  if (budget_ == 0) return std::nullopt;
  const std::size_t markup = markup_length(text);
  if (markup == kNone) {
    spend(text.size());
    return std::nullopt;
  }
  if (markup > 0) {
    const bool is_comment = text.starts_with("<!--") && markup >= 7;
    const ByteRange whole = range(markup);
    const ByteRange inner = is_comment ? ByteRange{whole.begin + 4, whole.end - 3} : ByteRange{at, at};
    return Inline{InlineKind::html_comment, whole, inner, {}};
  }
  const HtmlTagShape tag = html_tag_shape(text);
  if (tag.length == 0) {
    spend(tag.looked_at);
    return std::nullopt;
  }
  return Inline{InlineKind::html_comment, range(tag.length), {at, at}, {}};
}

std::optional<Inline> InlineSyntax::bare_link_at(ByteOffset at) const {
  const std::string_view text = rest(at);
  if (!text.starts_with("http://") && !text.starts_with("https://") && !text.starts_with("www.")) return std::nullopt;
  if (at > span_.begin && !is_space(bytes_[at - 1]) && std::string_view("*_~(").find(bytes_[at - 1]) == kNone)
    return std::nullopt;
  std::size_t end = 0;
  std::uint32_t open = 0;
  std::uint32_t close = 0;
  for (; end < text.size() && !is_space(text[end]) && text[end] != '<'; ++end) {
    open += text[end] == '(' ? 1 : 0;
    close += text[end] == ')' ? 1 : 0;
  }
  // Marks that end a sentence are not part of the address, nor is the parenthesis around it.
  while (end > 0 &&
         (std::string_view("?!.,:*_~'\";").find(text[end - 1]) != kNone || (text[end - 1] == ')' && close > open))) {
    if (text[end - 1] == ')') --close;
    --end;
  }
  if (text.substr(0, end).find('.') == kNone && text.substr(0, end).find("//") + 2 >= end) return std::nullopt;
  const ByteRange range{at, at + static_cast<ByteOffset>(end)};
  return Inline{InlineKind::autolink, range, range, range};
}

ByteOffset InlineSyntax::skip_space(ByteOffset at) const {
  while (at < span_.end && is_space(bytes_[at])) ++at;
  return at;
}

ByteOffset InlineSyntax::next_escaped(ByteOffset at) const {
  const bool escape = bytes_[at] == '\\' && at + 1 < span_.end && is_punctuation_char(bytes_[at + 1]);
  return at + (escape ? 2 : 1);
}

// Without <>; nothing if there is none that is well formed. An empty one is well formed.
std::optional<ByteRange> InlineSyntax::destination_at(ByteOffset at) const {
  const ByteOffset begin = at;
  if (at < span_.end && bytes_[at] == '<') {
    ++at;
    while (at < span_.end && bytes_[at] != '>' && bytes_[at] != '<' && bytes_[at] != '\n' && bytes_[at] != '\r')
      at = next_escaped(at);
    if (at >= span_.end || bytes_[at] != '>') return std::nullopt;
    return ByteRange{begin + 1, at};
  }
  std::uint32_t open = 0;
  while (at < span_.end && bytes_[at] != ' ' && !is_control(bytes_[at])) {
    if (bytes_[at] == '(' && ++open > kMaxParentheses) return std::nullopt;
    if (bytes_[at] == ')' && open-- == 0) return ByteRange{begin, at};
    at = next_escaped(at);
  }
  if (open != 0) return std::nullopt;
  return ByteRange{begin, at};
}

// Behind the title at `at`; `at` itself if there is none.
ByteOffset InlineSyntax::title_end(ByteOffset at) const {
  if (at >= span_.end) return at;
  const char open = bytes_[at];
  if (open != '"' && open != '\'' && open != '(') return at;
  const char close = open == '(' ? ')' : open;
  ByteOffset end = at + 1;
  while (end < span_.end && bytes_[end] != close) {
    if (open == '(' && bytes_[end] == '(') return at;
    end = next_escaped(end);
  }
  return end < span_.end ? end + 1 : at;
}

std::optional<InlineSyntax::LinkTail> InlineSyntax::inline_tail(ByteOffset at) {
  const ByteOffset begin = skip_space(at + 1);
  const std::optional<ByteRange> destination = destination_at(begin);
  if (!destination) {
    spend(std::min<std::size_t>(span_.end - at, 4096));
    return std::nullopt;
  }
  const bool in_angles = begin < span_.end && bytes_[begin] == '<';
  const ByteOffset after = destination->end + (in_angles ? 1 : 0);
  ByteOffset end = skip_space(after);
  if (end > after) {
    const ByteOffset title = title_end(end);
    if (title == end && end < span_.end && bytes_[end] != ')') spend(span_.end - end);
    end = skip_space(title);
  }
  if (end >= span_.end || bytes_[end] != ')') return std::nullopt;
  return LinkTail{end + 1, *destination, false};
}

std::optional<InlineSyntax::LinkTail> InlineSyntax::reference_tail(ByteOffset at, ByteRange text) {
  ByteOffset end = at + 1;
  while (end < span_.end && end - at <= kMaxLabel && bytes_[end] != ']') {
    if (bytes_[end] == '[') return std::nullopt;
    end = next_escaped(end);
  }
  if (end >= span_.end || bytes_[end] != ']') return std::nullopt;
  const ByteRange written{at + 1, end};
  const ByteRange label = written.empty() ? text : written;
  if (std::ranges::all_of(slice(bytes_, label), is_space)) return std::nullopt;
  return LinkTail{end + 1, label, true};
}

std::optional<InlineSyntax::LinkTail> InlineSyntax::link_tail_at(ByteOffset at, ByteRange text) {
  if (at >= span_.end || budget_ == 0) return std::nullopt;
  if (bytes_[at] == '(') return inline_tail(at);
  if (bytes_[at] == '[') return reference_tail(at, text);
  return std::nullopt;
}

}  // namespace milepost
