// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Man pages: milepost(1) and one page per command, in man(7) macros, computed from the table
// so that no page knows more or less than the program.
#pragma once

#include <vector>

#include "operations/generated_file.h"
#include "operations/operation_table.h"

namespace milepost {

[[nodiscard]] std::vector<GeneratedFile> man_pages(OperationTable table);

}  // namespace milepost
