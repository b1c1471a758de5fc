// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Inlines, plain text and table rows of any bytes: no crash, ranges sound and in order, cells as many as were counted.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/inline.h"
#include "core/text/table_row.h"

namespace {

using milepost::ByteRange;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

bool is_inside(ByteRange inner, ByteRange outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

void check_inlines(std::string_view text, ByteRange span) {
  std::vector<milepost::Inline> found;
  milepost::scan_inlines(text, span, found);
  milepost::ByteOffset before = span.begin;
  for (const milepost::Inline& one : found) {
    require(is_inside(one.range, span) && !one.range.empty() && one.range.begin >= before, "inline out of order");
    require(is_inside(one.text, one.range), "text outside the inline");
    require(one.destination == ByteRange{} || is_inside(one.destination, one.range), "destination outside the inline");
    before = one.range.begin;
  }
}

void check_row(std::string_view text, ByteRange line) {
  std::vector<ByteRange> cells;
  require(milepost::split_row(text, line, cells) == milepost::count_cells(text, line), "cells and their count");
  milepost::ByteOffset before = line.begin;
  for (const ByteRange cell : cells) {
    require(is_inside(cell, {before, line.end}), "cell out of order");
    before = cell.end;
  }
  require(milepost::delimiter_columns(milepost::slice(text, line)) <= line.size(), "more columns than bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto end = static_cast<milepost::ByteOffset>(size);
  check_inlines(text, {0, end});
  if (size > 2) check_inlines(text, {1, end - 1});
  check_row(text, {0, end});
  require(milepost::plain_text(text).size() <= 3 * size, "text grows");  // "&#0;" may become three bytes
  require(milepost::plain_cell_text(text).size() <= 3 * size, "cell grows");
  return 0;
}
