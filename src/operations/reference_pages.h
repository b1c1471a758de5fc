// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reference pages: Markdown under docs/reference, computed from the tables of operations, configuration keys, rules and
// dialects.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "operations/generated_file.h"
#include "operations/operation_table.h"

namespace milepost {

[[nodiscard]] std::vector<GeneratedFile> reference_pages(OperationTable table);
[[nodiscard]] Result<std::vector<GeneratedFile>> dialect_pages();

}  // namespace milepost
