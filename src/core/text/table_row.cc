// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/table_row.h"

#include <bit>
#include <cstdint>

#include "core/base/byte_block.h"

namespace milepost {
namespace {

// GFM trims more than blanks and tabs in cells.
constexpr bool is_cell_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

ByteOffset skip_spaces(std::string_view bytes, ByteOffset at, ByteOffset end) {
  if (at < end && bytes[at] == ' ') ++at;  // nearly always one, and no more
  while (at < end && is_cell_space(bytes[at])) ++at;
  return at;
}

// The pipes of a row that are not escaped, one after the other; the byte before the first one is no backslash.
class PipeFinder {
 public:
  // borrows from: the bytes, for one row
  PipeFinder(std::string_view bytes, ByteRange row) : bytes_(bytes), row_(row), block_(row.begin) { take_block(); }

  // `row.end` when there is none left.
  ByteOffset next() {
    while (pipes_ == 0) {
      if (row_.end - block_ <= ByteBlock::kSize) return row_.end;
      block_ += ByteBlock::kSize;
      take_block();
    }
    const ByteOffset at = block_ + static_cast<ByteOffset>(std::countr_zero(pipes_));
    pipes_ &= pipes_ - 1;
    return at < row_.end ? at : row_.end;
  }

 private:
  void take_block() {
    const ByteBlock block(bytes_, block_);
    const std::uint64_t backslashes = block.equal_to('\\');
    pipes_ = block.equal_to('|') & ~((backslashes << 1U) | escapes_first_);
    escapes_first_ = backslashes >> 63U;
  }

  std::string_view bytes_;
  ByteRange row_;
  ByteOffset block_;
  std::uint64_t pipes_ = 0;  // bit i: an unescaped pipe at block_ + i
  std::uint64_t escapes_first_ = 0;
};

// An empty cell is a place to write: behind the first blank after the pipe, if there is one.
// `begin` is the first byte of the line that is no blank, perhaps the pipe behind the cell.
ByteRange trim_cell(std::string_view bytes, ByteRange raw, ByteOffset begin) {
  if (begin == raw.end) {
    const ByteOffset place = raw.empty() ? raw.begin : raw.begin + 1;
    return {place, place};
  }
  ByteOffset end = raw.end;
  if (bytes[end - 1] == ' ') --end;
  while (is_cell_space(bytes[end - 1])) --end;
  return {begin, end};
}

template <typename Visit>
std::uint32_t visit_cells(std::string_view bytes, ByteRange line, Visit&& visit) {
  ByteOffset at = skip_spaces(bytes, line.begin, line.end);
  if (at < line.end && bytes[at] == '|') ++at;
  PipeFinder pipes(bytes, {at, line.end});
  std::uint32_t count = 0;
  for (ByteOffset first = skip_spaces(bytes, at, line.end); first < line.end;
       first = skip_spaces(bytes, at, line.end)) {
    const ByteOffset pipe = pipes.next();
    visit(ByteRange{at, pipe}, first);
    ++count;
    at = pipe == line.end ? pipe : pipe + 1;
  }
  return count;
}

}  // namespace

std::uint32_t split_row(std::string_view bytes, ByteRange line, std::vector<ByteRange>& cells) {
  return visit_cells(bytes, line,
                     [&](ByteRange raw, ByteOffset first) { cells.push_back(trim_cell(bytes, raw, first)); });
}

std::uint32_t count_cells(std::string_view bytes, ByteRange line) {
  return visit_cells(bytes, line, [](ByteRange, ByteOffset) {});
}

std::uint32_t delimiter_columns(std::string_view rest) {
  const auto size = static_cast<ByteOffset>(rest.size());
  ByteOffset at = size > 0 && rest[0] == '|' ? 1 : 0;
  std::uint32_t columns = 0;
  while (true) {
    at = skip_spaces(rest, at, size);
    if (at == size) return columns;
    if (rest[at] == ':') ++at;
    const ByteOffset dashes = at;
    while (at < size && rest[at] == '-') ++at;
    if (at == dashes) return 0;
    if (at < size && rest[at] == ':') ++at;
    at = skip_spaces(rest, at, size);
    ++columns;
    if (at == size) return columns;
    if (rest[at] != '|') return 0;
    ++at;
  }
}

}  // namespace milepost
