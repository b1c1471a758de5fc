// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Rows that are items: "| M2 | Keys | In progress | 2026-03-01 |", "- [x] **M1**: Rooms". A roadmap may keep its
// milestones in a table or a list without a heading or a document for each. A row that links to a document names that
// document and is no item; a row that repeats a heading of the same document lends it the status that it types.
#pragma once

#include <span>
#include <vector>

#include "core/document/children.h"

namespace milepost {

// Adds the rows that are items of their own to those of the document: items[0] is the document, then come its headings.
// The items stay in the order of their lines.
void add_row_items(const Scan& scan, const Dialect& dialect, ReadingTools& tools, std::span<const IndexRow> rows,
                   std::vector<Item>& items);

// What the index of a document says of the milestones that it describes below: status and day of completion, where the
// section itself states none. items[0] is the document.
void lend_row_statuses(const Scan& scan, const Dialect& dialect, ReadingTools& tools, std::span<const IndexRow> rows,
                       std::vector<Item>& items);

}  // namespace milepost
