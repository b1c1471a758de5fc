// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the index tables and lists of a document name: its children by link or by id, with the status that the row
// itself types. Whether the row tells the truth is for rules to say; here it is only read. The same rows are items
// where a document keeps its milestones in them (row_items.h).
#pragma once

#include <string_view>
#include <vector>

#include "core/document/counting.h"
#include "core/document/dialect.h"
#include "core/document/field_table.h"
#include "core/document/item.h"
#include "core/document/value_reader.h"

namespace milepost {

struct IndexRow {
  Reference reference;
  std::uint32_t block = 0;         // index of the table_row or list_item
  std::uint32_t table = kNoBlock;  // index of its table; kNoBlock in a list
  bool is_listed = false;          // under a heading or in a table that says that it lists milestones or phases
  bool is_number_only = false;     // "1" in a column of phases: a name for those who have it, too little for a child
  bool is_repeat = false;          // an earlier row has the same name
};

// Whether rows that begin with the id of a milestone are rows of an index although no heading says so.
enum class RowsByShape : std::uint8_t { no, yes };

// The rows of `span` in order.
void collect_index_rows(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span,
                        RowsByShape by_shape, std::vector<IndexRow>& into);

}  // namespace milepost
