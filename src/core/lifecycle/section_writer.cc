// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/section_writer.h"

#include <algorithm>
#include <optional>

#include "core/document/labels.h"
#include "core/lifecycle/find_section.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/written_value.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestBody = 256 * 1024;

// Rules and comments that stand alone on a line: what documents put between sections.
bool is_decoration(const EditDraft& draft, ByteRange line) {
  const std::string_view text = trim_blanks(draft.slice(line));
  if (text.empty()) return true;
  const std::uint32_t leaf = draft.leaf_at(line.begin + static_cast<ByteOffset>(draft.slice(line).find(text)));
  if (leaf == kNoBlock) return false;
  const Block& block = draft.markdown().blocks[leaf];
  if (block.parent != kNoBlock) return false;
  if (block.kind == BlockKind::thematic_break) return true;
  return block.kind == BlockKind::html && text.starts_with("<!--") && text.ends_with("-->");
}

// [begin, end) without the blank lines and decoration at its end. `begin` is the begin of a line.
ByteRange without_tail(const EditDraft& draft, ByteRange range) {
  range.end = std::max(range.begin, std::min(range.end, footer_at(draft)));
  while (range.end > range.begin) {
    const ByteRange line = draft.line_at(range.end - 1);
    // `end - 1` is the last byte of a line ending, or of the text.
    const ByteOffset at = std::max(line.begin, range.begin);
    if (!is_decoration(draft, {at, draft.line_at(at).end})) break;
    range.end = at;
  }
  if (range.empty()) return range;
  range.end = draft.line_at(range.end - 1).end;
  while (range.end > range.begin && (draft.bytes()[range.end - 1] == '\n' || draft.bytes()[range.end - 1] == '\r'))
    --range.end;
  return range;
}

ByteOffset own_end(const EditDraft& draft, std::uint32_t index) {
  const Outline& outline = draft.parsed().outline;
  if (index + 1 < outline.headings.size() && outline.headings[index + 1].block < outline.headings[index].block_end)
    return draft.line_at(draft.markdown().blocks[outline.headings[index + 1].block].range.begin).begin;
  return outline.headings[index].end;
}

// The text with "\n" for every line ending and without blank lines at its ends, checked for what it would do to others.
Result<std::string> checked_body(std::string_view body, std::uint8_t level) {
  if (body.size() > kLongestBody) return fail(ErrorKind::usage, "the text is longer than 256 KiB");
  std::string text;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const bool is_cr = body[i] == '\r';
    if (is_cr && i + 1 < body.size() && body[i + 1] == '\n') continue;
    text += is_cr ? '\n' : body[i];
  }
  while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
  text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
  for (std::size_t at = 0; at < text.size();
       at = text.find('\n', at) == std::string::npos ? text.size() : text.find('\n', at) + 1)
    if (auto checked = check_value(
            std::string_view(text).substr(at, std::min(text.find('\n', at), text.size()) - at).substr(0, 4096),
            LineBreaks::yes);
        !checked)
      return std::unexpected(checked.error());
  Markdown markdown;
  scan_markdown(text, 0, markdown);
  for (const Block& block : markdown.blocks) {
    if (block.kind == BlockKind::heading && block.parent == kNoBlock && block.level <= level)
      return fail(ErrorKind::usage, "the text holds a heading as high as its section; write deeper ones");
    if ((block.flags & kUnclosed) != 0 && (block.kind == BlockKind::fenced_code || block.kind == BlockKind::html))
      return fail(ErrorKind::usage, "the text opens a fence or a comment that it does not close");
  }
  return text;
}

std::string with_eol(std::string_view text, std::string_view eol) {
  std::string out;
  for (const char c : text) c == '\n' ? out.append(eol) : out.append(1, c);
  return out;
}

// The level of the sections right under the item.
std::uint8_t section_level(const EditDraft& draft) {
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  const std::uint32_t own = draft.item_heading();
  const std::uint8_t top = own == kNoBlock ? 1 : headings[own].level;
  std::uint8_t level = 7;
  for (std::uint32_t i = 0; i < headings.size(); ++i)
    if (is_of_item(draft, i) && i != own && headings[i].level > top) level = std::min(level, headings[i].level);
  return level == 7 ? static_cast<std::uint8_t>(std::min(top + 1, 6)) : level;
}

// The section behind which one of the kind belongs; kNoBlock: before all of them.
std::optional<std::uint32_t> section_before(const EditDraft& draft, std::string_view kind, std::uint8_t level) {
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  const std::vector<std::string>& order = draft.dialect().life.section_order;
  const auto own = std::ranges::find(order, kind);
  std::optional<std::uint32_t> last;
  std::optional<std::uint32_t> before;
  std::optional<std::uint32_t> behind;
  auto nearest = order.end();
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    if (!is_of_item(draft, i) || headings[i].level != level || i == draft.item_heading()) continue;
    const auto place = std::ranges::find(order, own_kind(draft, i));
    if (own != order.end() && place != order.end() && place < own && (nearest == order.end() || place >= nearest)) {
      before = i;
      nearest = place;
    }
    if (own != order.end() && place != order.end() && place > own && !behind) behind = last.value_or(kNoBlock);
    last = i;
  }
  if (before) return before;
  return behind ? behind : last;
}

struct Gap {
  bool has_blank = true;
  bool has_rule = false;
  bool has_mark = false;  // "<!-- SECTION: x -->"
};

// What stands between two sections of this document: before the first heading of that level that has one above it.
Gap usual_gap(const EditDraft& draft, std::uint8_t level) {
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  Gap gap;
  std::size_t seen = 0;
  std::size_t rules = 0;
  std::size_t marks = 0;
  for (std::uint32_t i = 1; i < headings.size(); ++i) {
    if (headings[i].level != level) continue;
    const ByteOffset begin = draft.markdown().blocks[headings[i].block].range.begin;
    const ByteOffset from = draft.markdown().blocks[headings[i - 1].block].range.end;
    const ByteOffset content = without_tail(draft, {std::min(draft.next_line(from), begin), begin}).end;
    const std::string_view tail = draft.slice({std::min(content, begin), begin});
    ++seen;
    marks += tail.find("<!-- SECTION") != std::string_view::npos ? 1 : 0;
    rules += tail.find("---") != std::string_view::npos && tail.find("\n---") != std::string_view::npos ? 1 : 0;
  }
  gap.has_rule = seen > 0 && rules * 2 > seen;
  gap.has_mark = seen > 0 && marks * 2 > seen;
  return gap;
}

std::string title_of(const EditDraft& draft, const InsertSection& request) {
  if (!request.title.empty()) return request.title;
  std::string title = request.section;
  for (const auto& [words, index] : draft.dialect().section_titles)
    if (draft.dialect().sections[index].kind == request.section) {
      title = words;
      break;
    }
  std::ranges::replace(title, '_', ' ');
  bool starts = true;
  for (char& c : title) {
    if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    starts = c == ' ';
  }
  return title;
}

bool ends_open(const EditDraft& draft, ByteRange content) {
  if (content.empty()) return false;
  return std::ranges::any_of(draft.markdown().blocks, [&](const Block& block) {
    return (block.flags & kUnclosed) != 0 && block.range.begin < content.end && block.range.end >= content.end;
  });
}

bool is_list_line(std::string_view line) { return list_marker_shape(trim_blanks(line)).width != 0; }

}  // namespace

ByteOffset footer_at(const EditDraft& draft) {
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const auto end = static_cast<ByteOffset>(draft.bytes().size());
  const std::uint32_t begin = footer_begin(draft.markdown(), draft.parsed().outline.head_end);
  if (begin == 0 || begin >= blocks.size() || blocks[begin - 1].kind != BlockKind::thematic_break) return end;
  std::vector<PlacedLabel> labels;
  collect_labels(draft.bytes(), draft.markdown(), begin, static_cast<std::uint32_t>(blocks.size()), PlainLabels::no,
                 labels);
  return labels.empty() ? end : draft.line_at(blocks[begin].range.begin).begin;
}

ByteRange own_content(const EditDraft& draft, std::uint32_t index) {
  const ByteOffset begin =
      draft.next_line(draft.markdown().blocks[draft.parsed().outline.headings[index].block].range.end);
  ByteRange range = without_tail(draft, {begin, std::max(begin, own_end(draft, index))});
  while (!range.empty() && draft.is_blank_line(range.begin)) range.begin = draft.next_line(range.begin);
  return range;
}

void insert_below_heading(EditDraft& draft, std::uint32_t index, const std::string& text) {
  const ByteOffset heading = draft.markdown().blocks[draft.parsed().outline.headings[index].block].range.end;
  const std::string eol(draft.eol_at(heading));
  ByteOffset at = draft.next_line(heading);
  const bool has_gap = at < draft.bytes().size() && draft.is_blank_line(at);
  if (has_gap) at = draft.next_line(at);
  const bool touches = at < draft.bytes().size() && !draft.is_blank_line(at);
  draft.insert_lines(at, (has_gap ? "" : eol) + text + eol + (touches ? eol : ""));
}

Result<void> insert_section(EditDraft& draft, const InsertSection& request) {
  if (find_section(draft, request.section))
    return fail(ErrorKind::usage, "the document has a section '" + request.section + "' already");
  const std::uint8_t level = section_level(draft);
  const auto body = checked_body(request.body, level);
  if (!body) return std::unexpected(body.error());
  const std::string title = title_of(draft, request);
  if (auto checked = check_value(title, LineBreaks::no); !checked) return checked;
  const auto escaped = escape_value(title, MarkdownPlace::heading);
  if (!escaped) return std::unexpected(escaped.error());
  if (title.empty()) return fail(ErrorKind::usage, "the section has no title");

  const auto before = section_before(draft, request.section, level);
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  ByteRange content{draft.parsed().front_matter.body_begin, static_cast<ByteOffset>(draft.bytes().size())};
  if (before && *before != kNoBlock) {
    const ByteOffset begin = draft.markdown().blocks[headings[*before].block].range.begin;
    content = without_tail(draft, {begin, headings[*before].end});
  } else if (const std::uint32_t own = draft.item_heading(); own != kNoBlock) {
    const ByteOffset begin = draft.markdown().blocks[headings[own].block].range.begin;
    content = without_tail(draft, {begin, own_end(draft, own)});
  } else {
    content = without_tail(draft, content);
  }
  if (ends_open(draft, content))
    return std::unexpected(
        draft.error_at(ErrorKind::refused, content.begin, "a fence or comment above is never closed; close it first"));
  const Gap gap = usual_gap(draft, level);
  const std::string eol(draft.eol_at(content.begin));
  std::string text = content.empty() ? "" : eol;
  if (gap.has_rule && before && *before != kNoBlock) text.append("---").append(eol).append(eol);
  if (gap.has_mark) text.append("<!-- SECTION: ").append(title).append(" -->").append(eol);
  text.append(std::string(level, '#')).append(" ").append(*escaped).append(eol);
  if (!body->empty()) text.append(eol).append(with_eol(*body, eol)).append(eol);
  const ByteOffset at = content.empty() ? content.begin : draft.next_line(content.end);
  if (at < draft.bytes().size() && !draft.is_blank_line(at)) text += eol;
  draft.insert_lines(at, std::move(text));
  draft.intend("section", title, 0);
  return {};
}

Result<void> change_section(EditDraft& draft, const ChangeSection& request) {
  const auto section = find_section(draft, request.section);
  if (!section) return std::unexpected(section.error());
  const Heading& heading = draft.parsed().outline.headings[*section];
  const auto body = checked_body(request.body, heading.level);
  if (!body) return std::unexpected(body.error());
  if (body->empty()) return fail(ErrorKind::usage, "the text is empty");
  const ByteRange content = own_content(draft, *section);
  if (ends_open(draft, content))
    return std::unexpected(draft.error_at(ErrorKind::refused, content.begin,
                                          "a fence or comment in the section is never closed; close it first"));
  const ByteOffset behind_heading = draft.markdown().blocks[heading.block].range.end;
  const std::string eol(draft.eol_at(behind_heading));
  const std::string text = with_eol(*body, eol);
  draft.intend("section", "", heading.line + 1);
  if (content.empty()) {
    insert_below_heading(draft, *section, text);
  } else if (request.change == BodyChange::replace) {
    draft.replace(content, text);
  } else {
    const bool goes_on =
        is_list_line(draft.slice(draft.line_at(content.end))) && is_list_line(body->substr(0, body->find('\n')));
    draft.insert(content.end, eol + (goes_on ? "" : eol) + text);
  }
  return {};
}

}  // namespace milepost
