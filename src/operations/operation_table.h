// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// OperationTable: the operations that a program offers, as a value. Operations that speak of the others (help, schema,
// completion, docs) get it from their session, so that no operation knows the list that it stands in.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/operation.h"

namespace milepost {

using OperationTable = std::span<const Operation* const>;

// By name ("dialect_list") or command ("dialect list").
[[nodiscard]] const Operation* find_operation(OperationTable table, std::string_view name_or_command);

// The commands that people may type, hidden ones left out.
[[nodiscard]] std::vector<std::string> visible_commands(OperationTable table);

}  // namespace milepost
