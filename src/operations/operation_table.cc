// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/operation_table.h"

#include <algorithm>

namespace milepost {

const Operation* find_operation(OperationTable table, std::string_view name_or_command) {
  const auto found = std::ranges::find_if(table, [name_or_command](const Operation* operation) {
    return operation->name == name_or_command || operation->command == name_or_command;
  });
  return found == table.end() ? nullptr : *found;
}

std::vector<std::string> visible_commands(OperationTable table) {
  std::vector<std::string> commands;
  for (const Operation* operation : table) {
    if (!operation->hidden) commands.emplace_back(operation->command);
  }
  return commands;
}

}  // namespace milepost
