// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/markdown_value.h"

#include <algorithm>

#include "core/document/labels.h"
#include "core/lifecycle/table_cells.h"
#include "core/render/terminal_text.h"
#include "core/text/inline.h"
#include "core/text/label_line.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestWrapped = 400;

bool is_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_alpha_char(text[at]) || is_digit_char(text[at]) || (static_cast<unsigned char>(text[at]) & 0x80U) != 0;
}

// Whether the mark at `at` could do something when other marks stand around the value.
bool is_live(std::string_view text, std::size_t at) {
  const char c = text[at];
  const bool space_before = at == 0 || is_blank_char(text[at - 1]);
  const bool space_after = at + 1 == text.size() || is_blank_char(text[at + 1]);
  switch (c) {
    case '`':
      return true;
    case '*':
      return !(space_before && space_after) || at == 0 || at + 1 == text.size();
    case '_':
      return !(at > 0 && is_word(text, at - 1) && is_word(text, at + 1)) &&
             !(space_before && space_after && at > 0 && at + 1 < text.size());
    case '~':
      return (at > 0 && text[at - 1] == '~') || (at + 1 < text.size() && text[at + 1] == '~');
    case '<':
      return at + 1 < text.size() &&
             (is_alpha_char(text[at + 1]) || text[at + 1] == '!' || text[at + 1] == '/' || text[at + 1] == '?');
    case '[':
      return true;
    case '&':
      return text.find(';', at) != std::string_view::npos;
    case '\\':
      return at + 1 == text.size() || is_punctuation_char(text[at + 1]);
    default:
      return false;
  }
}

std::string with_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_live(text, at)) out += '\\';
    out += text[at];
  }
  return out;
}

// A separator that could begin another label on the line: "|", "·", "•", "—", "–" between blanks.
std::string with_escaped_bars(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '|' && (at == 0 || text[at - 1] != '\\')) out += '\\';
    out += text[at];
  }
  return out;
}

bool holds_label(std::string_view text) {
  std::vector<Label> labels;
  const std::string line = "**X:** " + std::string(text);
  find_labels(line, {0, static_cast<ByteOffset>(line.size())}, true, labels);
  return labels.size() != 1;
}

constexpr std::string_view kVerticals[] = {"║", "│", "┃", "|"};

std::size_t vertical_at(std::string_view text) {
  for (const std::string_view vertical : kVerticals)
    if (text.starts_with(vertical)) return vertical.size();
  return 0;
}

// The frame of a banner keeps its width: what the value gains, the blanks behind it lose.
Result<void> replace_in_banner(EditDraft& draft, ByteRange where, const std::string& text) {
  const ByteRange line = draft.line_at(where.begin);
  ByteOffset end = where.end;
  while (end < line.end && draft.bytes()[end] == ' ') ++end;
  const bool has_frame = vertical_at(draft.slice({end, line.end})) != 0;
  if (!has_frame) {
    draft.replace(where, text);
    return {};
  }
  const std::size_t room = display_width(draft.slice(where)) + (end - where.end);
  const std::size_t width = display_width(text);
  const std::size_t least = end > where.end ? 1 : 0;
  if (width + least > room)
    return std::unexpected(draft.error_at(ErrorKind::usage, where.begin,
                                          "'" + text + "' does not fit into its frame; make the frame wider by hand"));
  draft.replace({where.begin, end}, text + std::string(room - width, ' '));
  return {};
}

// "_Label: value_": the marks end at the next of their kind, and are looked for only so far.
Result<void> check_wrapped(const EditDraft& draft, ByteRange where, const std::string& text) {
  if (where.end >= draft.bytes().size()) return {};
  const char mark = draft.bytes()[where.end];
  if (mark != '_' && mark != '*') return {};
  if (text.size() <= kLongestWrapped && text.find(mark) == std::string::npos) return {};
  return std::unexpected(draft.error_at(ErrorKind::usage, where.begin,
                                        text.size() > kLongestWrapped
                                            ? "the value is too long for the marks that stand round the field"
                                            : "the value holds the mark that stands round the field"));
}

// An empty value stands behind blanks that may be a hard break: one of them separates, the others stay behind.
Result<void> fill_empty(EditDraft& draft, ByteOffset at, const std::string& text) {
  const ByteRange line = draft.line_at(at);
  ByteOffset begin = at;
  while (begin > line.begin && is_blank_char(draft.bytes()[begin - 1])) --begin;
  ByteOffset end = at;
  while (end < line.end && is_blank_char(draft.bytes()[end])) ++end;
  if (end - begin == 1)
    draft.insert(end, text);
  else
    draft.insert(begin, " " + text);
  return {};
}

}  // namespace

MarkdownPlace markdown_place(const EditDraft& draft, ByteRange where) {
  const std::uint32_t leaf = draft.leaf_at(where.begin);
  if (leaf == kNoBlock) return MarkdownPlace::label_line;
  switch (draft.markdown().blocks[leaf].kind) {
    case BlockKind::table_row:
      return MarkdownPlace::cell;
    case BlockKind::fenced_code:
      return MarkdownPlace::banner;
    case BlockKind::heading:
      return MarkdownPlace::heading;
    default:
      return MarkdownPlace::label_line;
  }
}

Result<std::string> escape_value(std::string_view value, MarkdownPlace place) {
  if (place == MarkdownPlace::banner) {
    for (std::size_t at = 0; at < value.size(); ++at)
      if (vertical_at(value.substr(at)) != 0)
        return fail(ErrorKind::usage, "the value holds a line of a frame, and it stands in one");
    if (value.starts_with("```") || value.starts_with("~~~"))
      return fail(ErrorKind::usage, "the value would end the fence that it stands in");
    return std::string(value);
  }
  // Text that reads as itself holds only marks without a partner; text that does not is Markdown on purpose.
  const bool is_markdown = plain_text(value) != value;
  std::string text = is_markdown ? std::string(value) : with_escapes(value);
  if (is_markdown && (value.find("<!--") != std::string_view::npos || value.ends_with('\\')))
    return fail(ErrorKind::usage, "the value would hide or join what follows it; leave out '<!--' and a last '\\'");
  if (is_markdown && std::ranges::count(value, '`') % 2 != 0)
    return fail(ErrorKind::usage, "the value opens a code span that it does not close");
  if (place == MarkdownPlace::cell) {
    text = with_escaped_bars(text);
    if (text.ends_with('\\')) return fail(ErrorKind::usage, "a cell can not end with a backslash");
  }
  if (place == MarkdownPlace::label_line && holds_label(text)) text = with_escaped_bars(text);
  if (place == MarkdownPlace::label_line && holds_label(text))
    return fail(ErrorKind::usage,
                "the value would be read as a field of its own; leave out the bold mark or the colon");
  if (place == MarkdownPlace::heading && text.ends_with('#')) text.insert(text.size() - 1, "\\");
  return text;
}

Result<void> replace_markdown_value(EditDraft& draft, ByteRange where, const std::string& text) {
  switch (markdown_place(draft, where)) {
    case MarkdownPlace::cell:
      return replace_cell(draft, where, text);
    case MarkdownPlace::banner:
      return replace_in_banner(draft, where, text);
    default:
      if (auto fits = check_wrapped(draft, where, text); !fits) return fits;
      if (where.empty() && !text.empty()) return fill_empty(draft, where.begin, text);
      draft.replace(where, text);
      return {};
  }
}

}  // namespace milepost
