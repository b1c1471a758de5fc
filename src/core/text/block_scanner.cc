// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Containers, and which block a line opens. What happens to open leaves stands in block_leaves.cc.
#include "core/text/block_scanner.h"

#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::uint32_t kCodeIndent = 4;

// First bytes that may start something else than text. '|' and ':' may begin a delimiter row.
constexpr std::array<bool, 256> kStarters = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(">#`~<=-*_+0123456789|:")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

}  // namespace

void BlockScanner::take_line(ByteRange line, std::uint32_t index) {
  if (depth_ == 0 && take_plain_line(line, index)) return;
  line_ = index;
  cursor_.at = line.begin;
  cursor_.end = line.end;
  cursor_.column = 0;
  cursor_.find_first();
  was_blank_ = is_blank_;
  is_blank_ = false;
  opened_ = false;
  quote_floor_ = 0;
  matched_ = depth_ == 0 ? 0 : match_containers();
  const bool whole = matched_ == depth_;
  if (leaf_ > Leaf::paragraph) {
    if (!whole)
      close_leaf();
    else if (continue_leaf())
      return;
  }
  direct_ = whole && leaf_ == Leaf::paragraph;
  if (cursor_.is_blank()) return take_blank();
  if (!open_blocks()) add_text();
}

// The lines that most documents consist of, outside of containers, without the questions that have only one answer
// there: an empty line, and the row of an open table that begins with a pipe. True if the line is used up.
bool BlockScanner::take_plain_line(ByteRange line, std::uint32_t index) {
  if (line.empty()) {
    if (leaf_ == Leaf::fence || leaf_ == Leaf::indented || leaf_ == Leaf::html) return false;
    if (leaf_ != Leaf::none) close_leaf();
    is_blank_ = true;
    blank_floor_ = 0;
    return true;
  }
  if (leaf_ != Leaf::table || cursor_.text[line.begin] != '|' || !add_row(line, index, 0)) return false;
  is_blank_ = false;
  return true;
}

void BlockScanner::finish() {
  matched_ = 0;
  settle();
}

std::uint32_t BlockScanner::match_containers() {
  std::uint32_t matched = 0;
  for (; matched < depth_; ++matched) {
    const Container& container = open_[matched];
    if (container.kind == BlockKind::list) continue;
    if (container.kind == BlockKind::block_quote) {
      if (cursor_.indent >= kCodeIndent || cursor_.is_blank() || cursor_.first_char() != '>') break;
      match_quote(container);
      quote_floor_ = matched + 1;
    } else if (!match_item(container)) {
      break;
    }
  }
  return matched;
}

void BlockScanner::match_quote(const Container& quote) {
  cursor_.skip_marker(1);
  cursor_.skip_columns(1);
  cursor_.find_first();
  into_.blocks[quote.block].range.end = cursor_.end;
}

bool BlockScanner::match_item(const Container& item) {
  if (cursor_.is_blank()) {
    // An item may begin with one blank line, not with two.
    if (into_.blocks.size() == item.block + 1) return false;
    cursor_.skip_columns(item.content_indent);
    cursor_.find_first();
    return true;
  }
  if (cursor_.indent < item.content_indent) return false;
  cursor_.skip_columns(item.content_indent);
  cursor_.indent -= item.content_indent;
  return true;
}

void BlockScanner::close_containers(std::uint32_t depth) {
  while (depth_ > depth) {
    const Container& container = open_[--depth_];
    if (container.kind != BlockKind::list) --nesting_;
    Block& block = into_.blocks[container.block];
    block.end = static_cast<std::uint32_t>(into_.blocks.size());
    if (depth_ == 0) continue;
    Block& parent = into_.blocks[open_[depth_ - 1].block];
    if (parent.range.end < block.range.end) parent.range.end = block.range.end;
  }
}

// Closes what the line does not continue, because it opens something new or is no lazy continuation.
void BlockScanner::settle() {
  if (leaf_ != Leaf::none) close_leaf();
  if (depth_ > matched_) close_containers(matched_);
}

void BlockScanner::push_container(const Container& container) {
  open_[depth_++] = container;
  matched_ = depth_;
  if (container.kind == BlockKind::list) return;
  ++nesting_;
  direct_ = false;
}

// A list holds nothing but items, so any other block closes it.
std::uint32_t BlockScanner::add_block(BlockKind kind, ByteOffset begin) {
  if (kind != BlockKind::list_item && depth_ > 0 && open_[depth_ - 1].kind == BlockKind::list) {
    close_containers(depth_ - 1);
    matched_ = depth_;
  }
  if (was_blank_ && depth_ > blank_floor_) loosen_list();
  was_blank_ = false;
  const auto index = static_cast<std::uint32_t>(into_.blocks.size());
  Block& block = into_.blocks.emplace_back();
  block.kind = kind;
  if (depth_ > 0) block.parent = open_[depth_ - 1].block;
  block.end = index + 1;
  block.range = {begin, cursor_.end};
  block.content = block.range;
  block.line = line_;
  block.lines_begin = static_cast<std::uint32_t>(into_.lines.size());
  block.cells_begin = static_cast<std::uint32_t>(into_.cells.size());
  return index;
}

// A blank line stands before a block that is not the first of its container.
void BlockScanner::loosen_list() {
  const Container& top = open_[depth_ - 1];
  if (top.kind == BlockKind::list) {
    into_.blocks[top.block].flags &= static_cast<std::uint8_t>(~kTight);
  } else if (top.kind == BlockKind::list_item && into_.blocks.size() > top.block + 1) {
    into_.blocks[open_[depth_ - 2].block].flags &= static_cast<std::uint8_t>(~kTight);
  }
}

// True if the line is used up.
bool BlockScanner::open_blocks() {
  while (true) {
    if (cursor_.indent >= kCodeIndent) {
      if (leaf_ == Leaf::paragraph) return false;
      open_indented();
      return true;
    }
    if (!kStarters[static_cast<unsigned char>(cursor_.first_char())]) return false;
    const Opened opened = open_block();
    if (opened != Opened::container) return opened == Opened::leaf;
    opened_ = true;
    if (cursor_.is_blank()) return true;
  }
}

BlockScanner::Opened BlockScanner::open_block() {
  const auto leaf = [](bool opened) { return opened ? Opened::leaf : Opened::nothing; };
  const auto container = [](bool opened) { return opened ? Opened::container : Opened::nothing; };
  switch (cursor_.first_char()) {
    case '>':
      return container(open_quote());
    case '#':
      return leaf(open_heading());
    case '`':
    case '~':
      return leaf(open_fence());
    case '<':
      return leaf(open_html());
    case '=':
      return leaf(underline_paragraph());
    case '-':
      if (underline_paragraph() || open_thematic_break()) return Opened::leaf;
      return open_item() ? Opened::container : leaf(open_table());
    case '*':
      return open_thematic_break() ? Opened::leaf : container(open_item());
    case '_':
      return leaf(open_thematic_break());
    case '|':
    case ':':
      return leaf(open_table());
    default:
      return container(open_item());
  }
}

bool BlockScanner::open_quote() {
  if (nesting_ == kMaxNesting) return false;
  settle();
  const std::uint32_t block = add_block(BlockKind::block_quote, cursor_.first);
  cursor_.skip_marker(1);
  cursor_.skip_columns(1);
  cursor_.find_first();
  push_container({BlockKind::block_quote, '>', block, 0});
  return true;
}

bool BlockScanner::open_item() {
  const ListMarkerShape shape = list_marker_shape(rest());
  if (shape.width == 0 || nesting_ == kMaxNesting) return false;
  if (direct_ && (shape.is_empty || !shape.starts_at_one)) return false;
  settle();
  open_list(shape.kind);
  const std::uint32_t block = add_block(BlockKind::list_item, cursor_.first);
  const std::uint32_t indent = cursor_.indent;
  cursor_.skip_marker(shape.width);
  cursor_.find_first();
  // More than four columns before the text are one column and an indented code block.
  const std::uint32_t gap = cursor_.is_blank() || cursor_.indent > kCodeIndent ? 1 : cursor_.indent;
  cursor_.skip_columns(gap);
  cursor_.find_first();
  Block& item = into_.blocks[block];
  item.marker = shape.kind;
  item.content = {cursor_.first, cursor_.end};
  push_container({BlockKind::list_item, shape.kind, block, indent + shape.width + gap});
  if (cursor_.indent < kCodeIndent) find_box(block);
  return true;
}

void BlockScanner::open_list(char marker) {
  const bool ordered = marker == '.' || marker == ')';
  if (depth_ > 0 && open_[depth_ - 1].kind == BlockKind::list) {
    if (open_[depth_ - 1].marker == marker) return;
    close_containers(depth_ - 1);
    matched_ = depth_;
  }
  const std::uint32_t block = add_block(BlockKind::list, cursor_.first);
  into_.blocks[block].marker = marker;
  into_.blocks[block].flags = ordered ? kOrdered | kTight : kTight;
  push_container({BlockKind::list, marker, block, 0});
}

// GFM: "[ ]", "[x]" or "[X]" and a blank at the start of the item's first paragraph. As GitHub shows it, a box with
// nothing behind it, not even a blank, is text.
void BlockScanner::find_box(std::uint32_t item) {
  const std::string_view text = rest();
  if (text.size() < 4 || text[0] != '[' || text[2] != ']' || !is_blank_char(text[3])) return;
  if (text[1] == ' ' || text[1] == 'x' || text[1] == 'X') into_.blocks[item].box = cursor_.first + 1;
}

bool BlockScanner::open_heading() {
  const AtxShape shape = atx_shape(rest());
  if (shape.level == 0) return false;
  settle();
  Block& block = into_.blocks[add_block(BlockKind::heading, cursor_.first)];
  block.level = shape.level;
  block.marker = '#';
  const auto begin = static_cast<ByteOffset>(shape.content.data() - bytes_.data());
  block.content = {begin, begin + static_cast<ByteOffset>(shape.content.size())};
  block.lines_count = 1;
  into_.lines.push_back(block.content);
  leaf_block_ = static_cast<std::uint32_t>(into_.blocks.size() - 1);
  end_leaf();
  return true;
}

bool BlockScanner::open_thematic_break() {
  // Nearly all lines that begin like one are items: "- a", "* a".
  const ByteOffset third = cursor_.first + 2;
  if (third < cursor_.end && !cursor_.is_space_at(third) && cursor_.text[third] != cursor_.first_char()) return false;
  if (!is_thematic_break(rest())) return false;
  settle();
  leaf_block_ = add_block(BlockKind::thematic_break, cursor_.first);
  leaf().marker = cursor_.first_char();
  end_leaf();
  return true;
}

bool BlockScanner::underline_paragraph() {
  if (!direct_) return false;
  const std::uint8_t level = setext_level(rest());
  if (level == 0) return false;
  if (!split_definitions()) {
    add_text();  // definitions have no text to underline, and the line is no rule either: cmark and md4c agree
    return true;
  }
  Block& block = leaf();
  block.kind = BlockKind::heading;
  block.level = level;
  block.marker = cursor_.first_char();
  block.flags = kSetext;
  block.content.begin = into_.lines[block.lines_begin].begin;
  const ByteRange last = into_.lines.back();
  block.range.end = cursor_.end;
  const std::string_view text = trim_blanks(slice(bytes_, last));
  block.content.end = static_cast<ByteOffset>(text.data() - bytes_.data() + static_cast<std::ptrdiff_t>(text.size()));
  end_leaf();
  return true;
}

bool BlockScanner::open_fence() {
  const FenceShape shape = fence_shape(rest());
  if (shape.length == 0) return false;
  settle();
  leaf_block_ = add_block(BlockKind::fenced_code, cursor_.first);
  Block& block = leaf();
  block.level = static_cast<std::uint8_t>(shape.length > 255 ? 255 : shape.length);
  block.marker = cursor_.first_char();
  block.flags = kUnclosed;
  const auto begin = static_cast<ByteOffset>(shape.info.data() - bytes_.data());
  block.content = {begin, begin + static_cast<ByteOffset>(shape.info.size())};
  fence_indent_ = cursor_.indent;
  fence_length_ = shape.length;
  leaf_ = Leaf::fence;
  return true;
}

bool BlockScanner::open_html() {
  const HtmlBlock type = html_block_start(rest());
  if (type == HtmlBlock::none || (type == HtmlBlock::lone_tag && direct_)) return false;
  settle();
  leaf_block_ = add_block(BlockKind::html, cursor_.first);
  Block& block = leaf();
  block.marker = type == HtmlBlock::comment ? '!' : type == HtmlBlock::instruction ? '?' : '<';
  html_ = type;
  leaf_ = Leaf::html;
  if (!ends_at_blank_line(type)) block.flags = kUnclosed;
  continue_html(cursor_.first);
  return true;
}

void BlockScanner::open_indented() {
  settle();
  cursor_.skip_columns(kCodeIndent);
  leaf_block_ = add_block(BlockKind::indented_code, cursor_.at);
  leaf_ = Leaf::indented;
  add_line(cursor_.at);
}

}  // namespace milepost
