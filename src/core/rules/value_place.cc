// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/value_place.h"

#include <algorithm>
#include <array>

#include "core/base/byte_set.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestLabel = 60;
constexpr std::size_t kLongestField = 200;

ByteRange line_of(const Scan& scan, const Block& block, ByteOffset at) {
  const auto begin = scan.markdown.lines.begin() + block.lines_begin;
  const auto end = begin + block.lines_count;
  const auto after =
      std::upper_bound(begin, end, at, [](ByteOffset value, ByteRange line) { return value < line.begin; });
  return after == begin ? block.content : *std::prev(after);
}

ByteRange cell_of(const Scan& scan, const Block& row, ByteOffset at) {
  const auto begin = scan.markdown.cells.begin() + row.cells_begin;
  const auto end = begin + row.cells_count;
  const auto after =
      std::upper_bound(begin, end, at, [](ByteOffset value, ByteRange cell) { return value < cell.begin; });
  return after == begin ? ByteRange{} : *std::prev(after);
}

// Where the value behind a label begins: "**Owner:** x", "Owner: x", "Owner - x".
ByteOffset value_begin(std::string_view bytes, ByteRange whole, ByteOffset at) {
  const std::string_view front = slice(bytes, whole).substr(0, at - whole.begin);
  if (front.size() > kLongestLabel) return whole.begin;
  std::size_t cut = front.rfind(':');
  constexpr std::array<std::string_view, 3> kDashes{" - ", " \u2013 ", " \u2014 "};
  for (const std::string_view dash : kDashes) {
    const std::size_t found = front.rfind(dash);
    const std::size_t end = found == std::string_view::npos ? found : found + dash.size() - 1;
    if (end != std::string_view::npos && (cut == std::string_view::npos || end > cut)) cut = end;
  }
  return cut == std::string_view::npos ? whole.begin : static_cast<ByteOffset>(whole.begin + cut + 1);
}

}  // namespace

ByteRange without_wrapping(std::string_view bytes, ByteRange range) {
  constexpr ByteSet kMarks(" \t*_`\"\\~");
  const auto is_mark = [&](char c) { return kMarks.holds(c); };
  while (!range.empty() && is_mark(bytes[range.begin])) ++range.begin;
  const std::string_view text = slice(bytes, range);
  const bool has_box = text.size() > 4 && text[0] == '[' && text[2] == ']' && text[3] == ' ';
  if (has_box) {
    range.begin += 4;
    while (!range.empty() && is_mark(bytes[range.begin])) ++range.begin;
  }
  while (!range.empty() && (is_mark(bytes[range.end - 1]) || bytes[range.end - 1] == '\r')) --range.end;
  return range;
}

ValuePlace place_at(const Scan& scan, std::uint32_t index, ByteOffset at) {
  ValuePlace place;
  if (index == kNoBlock) return place;
  const Block& block = scan.markdown.blocks[index];
  ByteRange whole;
  if (block.kind == BlockKind::table_row) {
    whole = cell_of(scan, block, at);
    place.kind = PlaceKind::cell;
  } else if (block.kind == BlockKind::heading) {
    whole = block.content;
    place.kind = PlaceKind::heading;
  } else {
    whole = line_of(scan, block, at);
    const bool is_entry = block.parent != kNoBlock && scan.markdown.blocks[block.parent].kind == BlockKind::list_item;
    place.kind = is_entry ? PlaceKind::entry : PlaceKind::line;
  }
  if (whole.empty() || at < whole.begin || at >= whole.end) return {};
  place.whole = without_wrapping(scan.bytes, whole);
  if (at < place.whole.begin || at >= place.whole.end) return {};
  place.value = without_wrapping(scan.bytes, {value_begin(scan.bytes, place.whole, at), place.whole.end});
  return place;
}

bool is_alone(std::string_view bytes, const ValuePlace& place, ByteRange range) {
  if (place.kind == PlaceKind::none) return false;
  const auto fits = [&](ByteRange whole) {
    const bool is_ended = whole.end == range.end + 1 && bytes[range.end] == '.';
    return whole.begin == range.begin && (whole.end == range.end || is_ended);
  };
  return fits(place.whole) || fits(place.value);
}

bool is_template_field(const DocumentContext& context, const RawField& field) {
  // "[backend]" is a list in front matter.
  if (field.node != 0 && context.reading.scan().front_matter.nodes[field.node].kind == YamlKind::sequence) return false;
  constexpr std::array<std::string_view, 6> kMarks{"{", "[", "<", "YYYY", "@handle", "XX"};
  const std::string_view written = context.text(field.value);
  if (written.empty() || written.size() > kLongestField) return false;
  const auto holds = [written](std::string_view mark) { return written.find(mark) != std::string_view::npos; };
  const bool is_slot = written.starts_with("X ") || written.starts_with("X-");  // "X hours"
  return (is_slot || std::ranges::any_of(kMarks, holds)) &&
         context.reading.values().is_placeholder(plain_text(written));
}

bool FieldSpots::hold(ByteOffset at) {
  if (!is_filled_) {
    is_filled_ = true;
    for (const RawField& field : context_->reading.fields().all())
      if (is_one_(*context_, field)) ranges_.push_back(field.value);
    std::ranges::sort(ranges_, {}, &ByteRange::begin);
  }
  const auto after = std::ranges::upper_bound(ranges_, at, {}, &ByteRange::begin);
  return after != ranges_.begin() && std::prev(after)->contains(at);
}

}  // namespace milepost
