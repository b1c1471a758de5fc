// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The table of all operations: an explicit list in the order of the help. A new operation is two files and one line
// here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/operation.h"

namespace milepost {

[[nodiscard]] std::span<const Operation* const> operations();

// By name ("dialect_list") or command ("dialect list").
[[nodiscard]] const Operation* find_operation(std::string_view name_or_command);

// The commands that people may type, hidden ones left out.
[[nodiscard]] std::vector<std::string> visible_commands();

}  // namespace milepost
