// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Children that an overview, plan, epic or manifest names: rows of index tables and entries of lists, by link or by id,
// with the status that the row itself types. Whether the row tells the truth is for rules to say; here it is only read.
#pragma once

#include <string_view>
#include <vector>

#include "core/document/counting.h"
#include "core/document/dialect.h"
#include "core/document/field_table.h"
#include "core/document/item.h"
#include "core/document/value_reader.h"

namespace milepost {

void collect_children(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span, std::vector<Reference>& into);

}  // namespace milepost
