// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The table of all operations: an explicit list in the order of the help. A new operation is two files and one line
// in table.cc; nothing registers itself.
#pragma once

#include "operations/operation_table.h"

namespace milepost {

[[nodiscard]] OperationTable operations();

}  // namespace milepost
