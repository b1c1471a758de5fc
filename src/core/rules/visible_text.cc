// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/visible_text.h"

#include <algorithm>

#include "core/document/path_parts.h"

namespace milepost {
namespace {

bool is_leaf_text(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::table_row;
}

// The ranges of a block stand in order and do not overlap but for what is nested in a link.
bool holds(const std::vector<ByteRange>& ranges, ByteOffset at) {
  const auto after = std::ranges::upper_bound(ranges, at, {}, &ByteRange::begin);
  return after != ranges.begin() && std::prev(after)->contains(at);
}

}  // namespace

// Blocks stand in document order, parents first: the last that begins at or before the byte is the innermost.
std::uint32_t VisibleText::block_at(ByteOffset at) const {
  const auto& blocks = scan_.markdown.blocks;
  const auto after = std::ranges::upper_bound(blocks, at, {}, [](const Block& block) { return block.range.begin; });
  if (after == blocks.begin()) return kNoBlock;
  const auto block = std::prev(after);
  return block->range.contains(at) ? static_cast<std::uint32_t>(block - blocks.begin()) : kNoBlock;
}

void VisibleText::enter(std::uint32_t block) {
  if (entered_ == block) return;
  entered_ = block;
  inlines_.clear();
  code_.clear();
  other_.clear();
  scan_inlines(scan_.bytes, scan_.markdown.blocks[block].range, inlines_);
  for (const Inline& part : inlines_) {
    if (part.kind == InlineKind::code_span) code_.push_back(part.range);
    if (part.kind == InlineKind::html_comment || part.kind == InlineKind::autolink) other_.push_back(part.range);
    const bool leads_away = part.kind == InlineKind::link || part.kind == InlineKind::image;
    if (leads_away && !part.destination.empty()) other_.push_back(part.destination);
  }
  std::ranges::sort(other_, {}, &ByteRange::begin);
}

bool VisibleText::is_code(ByteOffset at) {
  const std::uint32_t block = block_at(at);
  if (block == kNoBlock) return false;
  const BlockKind kind = scan_.markdown.blocks[block].kind;
  if (kind == BlockKind::fenced_code || kind == BlockKind::indented_code) return true;
  if (!is_leaf_text(scan_.markdown.blocks[block])) return false;
  enter(block);
  return holds(code_, at);
}

bool VisibleText::is_text(ByteOffset at) {
  if (scan_.front_matter.present && scan_.front_matter.range.contains(at)) return false;
  const std::uint32_t block = block_at(at);
  if (block == kNoBlock || !is_leaf_text(scan_.markdown.blocks[block])) return false;
  enter(block);
  return !holds(code_, at) && !holds(other_, at);
}

std::string_view VisibleText::line_at(ByteOffset at) const {
  constexpr std::size_t kMost = 500;  // a hostile line is not read again for each place in it
  const std::string_view bytes = scan_.bytes;
  std::size_t begin = at;
  while (begin > 0 && bytes[begin - 1] != '\n' && at - begin < kMost) --begin;
  std::size_t end = at;
  while (end < bytes.size() && bytes[end] != '\n' && end - at < kMost) ++end;
  return bytes.substr(begin, end - begin);
}

void for_each_link(const Scan& scan, const std::function<void(const Inline&)>& visit) {
  if (scan.bytes.find("](") == std::string_view::npos) return;
  std::vector<Inline> inlines;
  for (const Block& block : scan.markdown.blocks) {
    if (!is_leaf_text(block) || slice(scan.bytes, block.range).find("](") == std::string_view::npos) continue;
    inlines.clear();
    scan_inlines(scan.bytes, block.range, inlines);
    for (const Inline& part : inlines) {
      if (part.kind == InlineKind::link || part.kind == InlineKind::image) visit(part);
    }
  }
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::string_view folder = folder_of(from);
  std::string up;
  while (!folder.empty() && !to.starts_with(std::string(folder) + "/")) {
    up += "../";
    folder = folder_of(folder);
  }
  const std::string_view rest = folder.empty() ? to : to.substr(folder.size() + 1);
  return up.append(rest);
}

}  // namespace milepost
