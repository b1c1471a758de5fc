// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/table_row.h"

#include <cstring>

namespace milepost {
namespace {

// GFM trims more than blanks and tabs in cells.
constexpr bool is_cell_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

ByteOffset skip_spaces(std::string_view bytes, ByteOffset at, ByteOffset end) {
  while (at < end && is_cell_space(bytes[at])) ++at;
  return at;
}

// The next pipe at or after `from` that is not escaped; `line.end` if there is none.
ByteOffset find_pipe(std::string_view bytes, ByteOffset from, ByteRange line) {
  const char* const data = bytes.data();
  for (ByteOffset at = from; at < line.end; ++at) {
    const void* hit = std::memchr(data + at, '|', line.end - at);
    if (hit == nullptr) return line.end;
    at = static_cast<ByteOffset>(static_cast<const char*>(hit) - data);
    if (at == line.begin || data[at - 1] != '\\') return at;
  }
  return line.end;
}

// An empty cell is a place to write: behind the first blank after the pipe, if there is one.
// `begin` is the first byte of the line that is no blank, perhaps the pipe behind the cell.
ByteRange trim_cell(std::string_view bytes, ByteRange raw, ByteOffset begin) {
  if (begin == raw.end) {
    const ByteOffset place = raw.empty() ? raw.begin : raw.begin + 1;
    return {place, place};
  }
  ByteOffset end = raw.end;
  while (is_cell_space(bytes[end - 1])) --end;
  return {begin, end};
}

template <typename Visit>
std::uint32_t visit_cells(std::string_view bytes, ByteRange line, Visit&& visit) {
  ByteOffset at = skip_spaces(bytes, line.begin, line.end);
  if (at < line.end && bytes[at] == '|') ++at;
  std::uint32_t count = 0;
  for (ByteOffset first = skip_spaces(bytes, at, line.end); first < line.end;
       first = skip_spaces(bytes, at, line.end)) {
    const ByteOffset pipe = find_pipe(bytes, first, line);
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
