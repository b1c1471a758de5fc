// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/edit_draft.h"

#include <algorithm>
#include <iterator>

#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kDescribedMost = 80;

bool is_leaf(BlockKind kind) {
  return kind != BlockKind::list && kind != BlockKind::list_item && kind != BlockKind::block_quote &&
         kind != BlockKind::table;
}

}  // namespace

Scan EditDraft::scan() const {
  return {parsed().document.path, bytes(), parsed().front_matter, parsed().markdown, parsed().outline};
}

ByteRange EditDraft::line_at(ByteOffset offset) const {
  const std::string_view text = bytes();
  // Between the two bytes of a line ending is still the line before it.
  if (offset > 0 && text.substr(offset - 1, 2) == "\r\n") --offset;
  ByteOffset begin = offset;
  while (begin > parsed().source.content_begin() && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  ByteOffset end = offset;
  while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
  return {begin, end};
}

ByteOffset EditDraft::next_line(ByteOffset offset) const {
  const ByteOffset end = line_at(offset).end;
  if (end == bytes().size()) return end;
  return end + (bytes().substr(end).starts_with("\r\n") ? 2 : 1);
}

bool EditDraft::is_blank_line(ByteOffset offset) const { return trim_blanks(slice(line_at(offset))).empty(); }

std::string_view EditDraft::eol_at(ByteOffset offset) const {
  const ByteOffset end = line_at(offset).end;
  if (end < bytes().size()) return bytes().substr(end, next_line(offset) - end);
  const ByteOffset begin = line_at(offset).begin;
  if (begin <= parsed().source.content_begin()) return "\n";
  if (begin >= 2 && bytes().substr(begin - 2, 2) == "\r\n") return "\r\n";
  return bytes().substr(begin - 1, 1);
}

std::uint32_t EditDraft::leaf_at(ByteOffset offset) const {
  // Leaves do not overlap and begin in the order of the blocks, so only the last that begins before can hold it.
  const std::vector<Block>& blocks = markdown().blocks;
  const auto behind =
      std::ranges::upper_bound(blocks, offset, {}, [](const Block& block) { return block.range.begin; });
  if (behind == blocks.begin()) return kNoBlock;
  const Block& last = *std::prev(behind);
  if (!is_leaf(last.kind) || offset > last.range.end) return kNoBlock;
  return static_cast<std::uint32_t>(std::prev(behind) - blocks.begin());
}

std::uint32_t EditDraft::item_heading() const {
  const Outline& outline = parsed().outline;
  if (item_index() == 0) return outline.title;
  for (std::uint32_t i = 0; i < outline.headings.size(); ++i)
    if (outline.headings[i].line + 1 == item().line) return i;
  return kNoBlock;
}

void EditDraft::insert_lines(ByteOffset at, std::string lines) {
  const bool is_open_end = at == bytes().size() && at > parsed().source.content_begin() && bytes()[at - 1] != '\n' &&
                           bytes()[at - 1] != '\r';
  if (is_open_end) {
    const std::string eol(eol_at(at));
    if (lines.ends_with(eol)) lines.resize(lines.size() - eol.size());
    lines.insert(0, eol);
  }
  insert(at, std::move(lines));
}

void EditDraft::remove_lines(ByteRange lines) {
  const bool is_open_end = lines.end == bytes().size() && !parsed().source.ends_with_newline();
  const auto ending_before = [this](ByteOffset end) {
    return end - (end >= 2 && bytes().substr(end - 2, 2) == "\r\n" ? ByteOffset{2} : ByteOffset{1});
  };
  // Blank lines above go along: one that became the last would be a last line ending.
  while (is_open_end && lines.begin > parsed().source.content_begin()) {
    lines.begin = ending_before(lines.begin);
    if (!is_blank_line(lines.begin)) break;
    lines.begin = line_at(lines.begin).begin;
  }
  replace(lines, "");
}

void EditDraft::intend(std::string what, std::string value, std::uint32_t line) {
  planned_.intended.push_back({std::move(what), std::move(value), line, item_index()});
}

std::string EditDraft::describe(ByteOffset at) const {
  std::string line(trim_blanks(slice(line_at(at))));
  if (line.size() > kDescribedMost) {
    std::size_t cut = kDescribedMost;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    line = line.substr(0, cut) + "...";
  }
  return parsed().document.path + ":" + std::to_string(line_number(at)) + ": " + line;
}

Error EditDraft::error_at(ErrorKind kind, ByteOffset at, std::string message) const {
  const LineColumn position = parsed().source.position(at);
  return {kind, std::move(message), Place{parsed().document.path, position.line, position.byte_column}, {}, {}};
}

Result<PlannedEdits> EditDraft::finish() {
  std::erase_if(edits_, [&](const TextEdit& edit) { return slice(edit.range) == edit.replacement; });
  std::ranges::stable_sort(edits_, {}, [](const TextEdit& edit) { return edit.range.begin; });
  for (std::size_t i = 1; i < edits_.size(); ++i)
    if (edits_[i].range.begin < edits_[i - 1].range.end)
      return std::unexpected(error_at(ErrorKind::usage, edits_[i].range.begin,
                                      "two of the changes touch the same text; ask for them one after the other"));
  planned_.edits = std::move(edits_);
  return std::move(planned_);
}

}  // namespace milepost
