// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "differential/outline.h"

#include <algorithm>
#include <map>

#include "core/text/inline.h"
#include "core/text/line_shape.h"
#include "core/text/markdown.h"

namespace milepost::testing {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class OursToOutline {
 public:
  OursToOutline(std::string_view text, OutlineResult& into) : text_(text), into_(into) {
    scan_markdown(text, 0, scan_);
  }

  void run() {
    for (std::uint32_t i = 0; i < scan_.blocks.size(); ++i) {
      const Block& block = scan_.blocks[i];
      if (block.kind == BlockKind::link_reference_definition || is_nothing_but_box(block)) continue;
      OutlineNode node;
      for (std::uint32_t up = block.parent; up != kNoBlock; up = scan_.blocks[up].parent) ++node.depth;
      node.line = static_cast<int>(block.line) + 1;
      node.last_line = node.line + static_cast<int>(line_ends(block.range));
      describe(block, node);
      into_.nodes.push_back(std::move(node));
    }
  }

 private:
  // "- [ ] ": for the oracles an item without content.
  [[nodiscard]] bool is_nothing_but_box(const Block& block) const {
    if (block.kind != BlockKind::paragraph || block.parent == kNoBlock || block.lines_count != 1) return false;
    return has_box_before(block) && fold_blanks(join_lines(block)).size() == 3;
  }
  [[nodiscard]] bool is_first_on_line(ByteOffset at) const {
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '\r';
  }
  [[nodiscard]] bool has_box_before(const Block& block) const {
    return &block == &scan_.blocks[block.parent] + 1 && scan_.blocks[block.parent].box != kNoOffset;
  }

  [[nodiscard]] long line_ends(ByteRange range) const {
    const std::string_view text = slice(text_, range);
    long count = std::ranges::count(text, '\n');
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
      count += at + 1 < text.size() && text[at + 1] == '\n' ? 0 : 1;
    return count;
  }

  void describe(const Block& block, OutlineNode& node) {
    switch (block.kind) {
      case BlockKind::paragraph:
        node.kind = "p";
        node.text = reader_text(block);
        if (block.parent != kNoBlock && has_box_before(block)) node.text_with_box = plain_text(join_lines(block));
        return;
      case BlockKind::heading:
        node.kind = "h" + std::to_string(block.level);
        node.text = reader_text(block);
        return;
      case BlockKind::thematic_break:
        node.kind = "hr";
        return;
      case BlockKind::list:
        node.kind = (block.flags & kOrdered) != 0 ? "ol" : "ul";
        node.tight = (block.flags & kTight) != 0;
        return;
      case BlockKind::list_item:
        node.kind = block.box == kNoOffset ? "li" : text_[block.box] == ' ' ? "task open" : "task done";
        if (block.box == kNoOffset) return;
        into_.boxes.push_back(block.box);
        node.empty_box = fold_blanks(slice(text_, block.content)).size() == 3;
        node.inner_marker = !is_first_on_line(block.range.begin);
        node.second_box = slice(text_, block.content).find("[x]") != std::string_view::npos ||
                          slice(text_, block.content).find("[X]") != std::string_view::npos;
        return;
      case BlockKind::block_quote:
        node.kind = "quote";
        return;
      case BlockKind::fenced_code:
      case BlockKind::indented_code:
        node.kind = block.kind == BlockKind::fenced_code ? "fence" : "indented";
        node.text = without_blanks(join_lines(block));
        if ((block.flags & kUnclosed) != 0) node.last_line = 0;
        return;
      case BlockKind::html:
        node.kind = "html";
        node.text = without_blanks(join_lines(block));
        return;
      case BlockKind::table:
        node.kind = "table";
        columns_ = scan_.blocks[static_cast<std::size_t>(&block - scan_.blocks.data()) + 1].cells_count;
        return;
      case BlockKind::table_row:
        node.kind = "row";
        node.text = cells_text(block);
        return;
      case BlockKind::link_reference_definition:
        return;
    }
  }

  [[nodiscard]] std::string join_lines(const Block& block) const {
    std::string joined;
    for (std::uint32_t i = 0; i < block.lines_count; ++i) {
      if (i > 0) joined.push_back('\n');
      joined.append(slice(text_, scan_.lines[block.lines_begin + i]));
    }
    return joined;
  }

  // Without the box of a task item.
  [[nodiscard]] std::string reader_text(const Block& block) const {
    std::string joined = join_lines(block);
    if (block.parent != kNoBlock && has_box_before(block)) joined.erase(0, 3);
    return plain_text(joined);
  }

  [[nodiscard]] std::string cells_text(const Block& row) const {
    std::string joined;
    for (std::uint32_t i = 0; i < columns_; ++i) {
      const bool is_there = i < row.cells_count;
      std::string_view written = is_there ? slice(text_, scan_.cells[row.cells_begin + i]) : std::string_view{};
      const Block& table = scan_.blocks[row.parent];
      const bool is_header = i == 0 && (row.flags & kHeaderRow) != 0;
      if (is_header && table.parent != kNoBlock && has_box_before(table)) written.remove_prefix(3);
      const std::string cell = plain_cell_text(written);
      joined += "[" + cell + "]";
    }
    return joined;
  }

  std::string_view text_;
  OutlineResult& into_;
  Markdown scan_;
  std::uint32_t columns_ = 0;
};

}  // namespace

OutlineResult outline_by_milepost(std::string_view text) {
  OutlineResult result;
  OursToOutline(text, result).run();
  return result;
}

std::string to_string(const Outline& outline) {
  std::string text;
  for (const OutlineNode& node : outline) {
    text.append(static_cast<std::size_t>(node.depth) * 2, ' ');
    text += node.kind + (node.tight ? " tight" : "") + " " + std::to_string(node.line) + "-" +
            std::to_string(node.last_line) + " " + node.text + "\n";
  }
  return text;
}

std::string fold_blanks(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    if (!is_space(c))
      folded.push_back(c);
    else if (!folded.empty() && folded.back() != ' ')
      folded.push_back(' ');
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

bool is_line_break(std::string_view tag) {
  return tag.size() > 3 && (tag[1] | 0x20) == 'b' && (tag[2] | 0x20) == 'r' && !is_alpha_char(tag[3]);
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::ranges::copy_if(text, std::back_inserter(kept), [](char c) { return !is_space(c); });
  return kept;
}

}  // namespace milepost::testing
