// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// BlockScanner: the state machine of the block structure, fed line by line. It keeps a stack of open containers
// (quotes, lists, items) and at most one open leaf, which is always the youngest block except for a table and its
// rows. A line first finds the containers that it continues, then opens new blocks, then adds its text to a leaf;
// containers that it does not continue are closed only when that is certain, because a paragraph may go on lazily.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/text/html_block.h"
#include "core/text/line_cursor.h"
#include "core/text/markdown.h"

namespace milepost {

class BlockScanner {
 public:
  // borrows from: the text and the blocks, for one scan
  BlockScanner(std::string_view bytes, Markdown& into) : bytes_(bytes), into_(into) { cursor_.text = bytes.data(); }

  // The next line, without its EOL. `index` is its number, counted from 0.
  void take_line(ByteRange line, std::uint32_t index);
  void finish();

 private:
  bool take_plain_line(ByteRange line, std::uint32_t index);

  enum class Leaf : std::uint8_t { none, paragraph, fence, indented, html, table };
  struct Container {
    BlockKind kind = BlockKind::block_quote;
    char marker = 0;
    std::uint32_t block = 0;
    std::uint32_t content_indent = 0;  // item: columns that a line of it is indented by
  };

  // Containers.
  std::uint32_t match_containers();
  bool match_item(const Container& item);
  void match_quote(const Container& quote);
  void close_containers(std::uint32_t depth);
  void settle();
  void push_container(const Container& container);

  // Starts of blocks; true: the line is used up, or, for a quote or an item: look at the rest of it.
  enum class Opened : std::uint8_t { nothing, container, leaf };
  bool open_blocks();
  Opened open_block();
  bool open_quote();
  bool open_item();
  void open_list(char marker);
  void find_box(std::uint32_t item);
  bool open_heading();
  bool open_thematic_break();
  bool underline_paragraph();
  bool open_fence();
  bool open_html();
  void open_indented();
  bool open_table();

  // Leaves.
  bool continue_leaf();
  void continue_fence();
  void continue_html(ByteOffset begin);
  bool continue_indented();
  bool add_row(ByteRange line, std::uint32_t index, std::uint8_t flags);
  void add_text();
  void take_blank();
  void remember_blank();
  void add_line(ByteOffset begin);
  void close_leaf();
  void end_leaf();
  bool split_definitions();
  void trim_indented();

  std::uint32_t add_block(BlockKind kind, ByteOffset begin);
  void loosen_list();
  Block& leaf() { return into_.blocks[leaf_block_]; }
  [[nodiscard]] std::string_view rest() const { return bytes_.substr(cursor_.first, cursor_.end - cursor_.first); }

  std::string_view bytes_;
  Markdown& into_;
  LineCursor cursor_;
  std::uint32_t line_ = 0;

  std::array<Container, std::size_t{2} * kMaxNesting> open_{};
  std::uint32_t depth_ = 0;    // of open_
  std::uint32_t nesting_ = 0;  // quotes and items among them
  std::uint32_t matched_ = 0;  // containers that the current line continues

  Leaf leaf_ = Leaf::none;
  std::uint32_t leaf_block_ = 0;
  std::uint32_t fence_indent_ = 0;
  std::uint32_t fence_length_ = 0;
  std::uint32_t columns_ = 0;  // of the open table
  HtmlBlock html_ = HtmlBlock::none;

  bool direct_ = false;            // the line stands in the container of the open paragraph
  bool opened_ = false;            // the line opened a container
  bool was_blank_ = false;         // the line before was blank, as far as looseness of lists goes
  bool is_blank_ = false;          // the same for the current line
  std::uint32_t blank_floor_ = 0;  // containers below this depth did not see the blank line, a quote hid it
  std::uint32_t quote_floor_ = 0;  // depth of the innermost quote that the current line continues
};

}  // namespace milepost
