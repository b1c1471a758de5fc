// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/byte_block.h"
#include "core/text/block_scanner.h"
#include "core/text/markdown.h"

namespace milepost {
namespace {

ByteOffset find_byte(std::string_view bytes, ByteOffset from, char wanted) {
  const void* hit = std::memchr(bytes.data() + from, wanted, bytes.size() - from);
  return hit == nullptr ? static_cast<ByteOffset>(bytes.size())
                        : static_cast<ByteOffset>(static_cast<const char*>(hit) - bytes.data());
}

std::uint32_t count_lines(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'))) ++count;
  return count;
}

// The common case, no carriage return anywhere.
void feed_lf_lines(std::string_view bytes, ByteOffset begin, std::uint32_t index, BlockScanner& scanner) {
  const auto size = static_cast<ByteOffset>(bytes.size());
  ByteOffset at = begin;
  for (ByteOffset block = begin; block < size; block += ByteBlock::kSize) {
    for (std::uint64_t feeds = ByteBlock(bytes, block).equal_to('\n'); feeds != 0; feeds &= feeds - 1) {
      const ByteOffset end = block + static_cast<ByteOffset>(std::countr_zero(feeds));
      scanner.take_line({at, end}, index++);
      at = end + 1;
    }
  }
  if (at < size) scanner.take_line({at, size}, index);
}

void feed_mixed_lines(std::string_view bytes, ByteOffset at, std::uint32_t index, BlockScanner& scanner) {
  ByteOffset next_cr = find_byte(bytes, at, '\r');
  ByteOffset next_lf = find_byte(bytes, at, '\n');
  const auto size = static_cast<ByteOffset>(bytes.size());
  while (at < size) {
    const ByteOffset end = next_cr < next_lf ? next_cr : next_lf;
    scanner.take_line({at, end}, index++);
    at = end + (next_cr < size && next_lf == next_cr + 1 ? 2 : 1);
    if (next_cr < at && at < size) next_cr = find_byte(bytes, at, '\r');
    if (next_lf < at && at < size) next_lf = find_byte(bytes, at, '\n');
  }
}

}  // namespace

void Markdown::clear() {
  blocks.clear();
  lines.clear();
  cells.clear();
}

void scan_markdown(std::string_view bytes, ByteOffset begin, Markdown& into) {
  into.clear();
  if (begin >= bytes.size()) return;
  BlockScanner scanner(bytes, into);
  const std::uint32_t index = count_lines(bytes.substr(0, begin));
  if (find_byte(bytes, begin, '\r') == bytes.size())
    feed_lf_lines(bytes, begin, index, scanner);
  else
    feed_mixed_lines(bytes, begin, index, scanner);
  scanner.finish();
}

}  // namespace milepost
