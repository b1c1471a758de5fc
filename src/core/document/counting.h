// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Counting: boxes and rows of task tables, for a whole stretch of blocks and for what counts towards progress. Fenced,
// commented and quoted-template boxes are no task items to the scanner and so are never seen here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/field_table.h"
#include "core/document/table_shape.h"
#include "core/document/value_reader.h"

namespace milepost {

// What reading a document needs and remembers between documents. One per thread.
struct ReadingTools {
  explicit ReadingTools(const Words& words) : values(words) {}
  ValueReader values;
  TableShaper tables;
};

// A stretch of Markdown::blocks, [begin, end).
struct BlockSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Tally {
  Count boxes;                            // all
  Count tasks;                            // all rows of task tables with a status column
  Count counted_boxes;                    // those in sections that count
  Count counted_rows;                     // rows of task tables in sections that count
  ByteOffset unclosed_fence = kNoOffset;  // the first fence that is never closed
  Count phase_rows;                       // rows of phase tables with a status column
};

// Counts the blocks of `span`. The outline must be classified.
[[nodiscard]] Tally tally_blocks(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span);

// Percent by the dialect's say: counted boxes and rows together, else phase rows; absent when there is nothing to
// count.
[[nodiscard]] std::optional<double> computed_progress(const Tally& tally);

}  // namespace milepost
