// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The shape of a table: what its columns are and what its rows are, by the words of the dialect for header cells. A
// table that no rule of the dialect fits says nothing about items.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/field_table.h"

namespace milepost {

struct TableShape {
  const TableRule* rule = nullptr;  // nullptr: no rule fits
  std::uint32_t status_column = kNoBlock;
  std::vector<std::string_view> roles;  // by column; "" when not known. Borrows from: the dialect
};

// Gives meaning to the columns of tables and remembers header rows, because the tables of a tree are alike.
class TableShaper {
 public:
  // The shape of table block `index`. Valid until the next call.
  const TableShape& shape(const Scan& scan, const Dialect& dialect, std::uint32_t index, std::string_view section_kind);

 private:
  std::string key_;
  WordMap<TableShape> known_;  // dialect, section kind and header row as written
};

}  // namespace milepost
