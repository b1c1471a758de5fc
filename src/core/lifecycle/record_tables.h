// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Record tables: the tables of an item whose rows are things of one kind (task, risk, phase), found by their header and
// section as the reader finds them, so that a table which has no row yet is known, too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/parsed_document.h"

namespace milepost {

struct RecordTable {
  std::uint32_t block = kNoBlock;    // index into Markdown::blocks
  std::uint32_t heading = kNoBlock;  // of its section, index into Outline::headings
  std::vector<std::string> roles;    // by column; "" when not known
  bool has_rows = false;
};

// Those within `own`, in the order of the document. The document must have a dialect. `record` "" takes all.
[[nodiscard]] std::vector<RecordTable> find_record_tables(const ParsedDocument& parsed, ByteRange own,
                                                          std::string_view record);

}  // namespace milepost
