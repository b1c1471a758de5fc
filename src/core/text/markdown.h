// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Markdown: the block structure of a document (CommonMark 0.31 + GFM tables and task items) as byte ranges into the
// source. It exists because no library gives the exact bytes of boxes, cells and block ends (docs/design/markdown.md).
// Blocks stand in one flat vector in document order, parents before children; `Block::end` skips a subtree. Scanning
// is linear in the input, never fails, and reuses the vectors that it is handed, so a worker scans without allocating.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  thematic_break,
  list,
  list_item,
  block_quote,
  fenced_code,
  indented_code,
  html,  // any HTML block; `marker` '!' is a comment
  table,
  table_row,  // child of a table; the header row has kHeaderRow
  link_reference_definition,
};

inline constexpr std::uint32_t kNoBlock = std::numeric_limits<std::uint32_t>::max();
inline constexpr ByteOffset kNoOffset = std::numeric_limits<ByteOffset>::max();

// Bits of Block::flags.
inline constexpr std::uint8_t kOrdered = 1;  // list: ordered
inline constexpr std::uint8_t kTight = 2;    // list: tight
inline constexpr std::uint8_t kUnclosed =
    4;  // fenced code, HTML block: ran to the end of its container without a closer
inline constexpr std::uint8_t kHeaderRow = 8;  // table_row: the header
inline constexpr std::uint8_t kRagged = 16;    // table_row: fewer or more cells than the header
inline constexpr std::uint8_t kSetext = 32;    // heading: underlined

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // heading: 1..6; fenced code: length of the opening fence (capped at 255)
  char marker =
      0;  // list, item: '-' '+' '*' '.' ')'; fence: '`' '~'; heading: '#' '=' '-'; html: '!' comment, '?' '<' else
  std::uint8_t flags = 0;
  std::uint32_t parent = kNoBlock;  // index of the container, kNoBlock at the top
  std::uint32_t end = 0;            // index one past the last descendant
  ByteRange
      range;  // from the block's first own byte (marker, fence, '|' ...) to the end of its last line, without its EOL
  ByteRange content;  // heading: text without markers and closing #s; item: from the first content byte of its first
                      // line to the end of that line; fence: the info string; others: same as range
  std::uint32_t line = 0;         // index from 0 of the line where `range` begins
  std::uint32_t lines_begin = 0;  // leaf blocks: content lines (container prefixes and EOL cut) in Markdown::lines
  std::uint32_t lines_count = 0;
  std::uint32_t cells_begin =
      0;  // table_row: cells in Markdown::cells, trimmed, escapes kept; empty cells are empty ranges
  std::uint32_t cells_count = 0;  // of the row as written; a ragged row keeps its own number
  ByteOffset box = kNoOffset;     // list_item: the byte between '[' and ']' of a GFM task item (' ', 'x' or 'X')
};

struct Markdown {
  std::vector<Block> blocks;
  std::vector<ByteRange> lines;
  std::vector<ByteRange> cells;

  void clear();
};

// Scans `bytes` from `begin` (after BOM and front matter) to the end. Offsets and `line` count from the start of
// `bytes`. Lists and quotes nest at most kMaxNesting deep; deeper markers are text of the innermost block.
inline constexpr std::uint32_t kMaxNesting = 100;
void scan_markdown(std::string_view bytes, ByteOffset begin, Markdown& into);

}  // namespace milepost
