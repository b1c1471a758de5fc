// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/table.h"

#include <algorithm>
#include <array>

#include "operations/complete.h"
#include "operations/completion.h"
#include "operations/config_list.h"
#include "operations/dashboard.h"
#include "operations/dialect_check.h"
#include "operations/dialect_list.h"
#include "operations/dialect_show.h"
#include "operations/docs_generate.h"
#include "operations/help.h"
#include "operations/list.h"
#include "operations/schema.h"
#include "operations/show.h"
#include "operations/tree.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr std::array<const Operation*, 14> kOperations{
    &kDashboardOperation,    &kListOperation,         &kShowOperation,       &kTreeOperation,    &kDialectListOperation,
    &kDialectShowOperation,  &kDialectCheckOperation, &kConfigListOperation, &kSchemaOperation,  &kCompletionOperation,
    &kDocsGenerateOperation, &kHelpOperation,         &kVersionOperation,    &kCompleteOperation};

}  // namespace

std::span<const Operation* const> operations() { return kOperations; }

const Operation* find_operation(std::string_view name_or_command) {
  const auto found = std::ranges::find_if(kOperations, [name_or_command](const Operation* operation) {
    return operation->name == name_or_command || operation->command == name_or_command;
  });
  return found == kOperations.end() ? nullptr : *found;
}

std::vector<std::string> visible_commands() {
  std::vector<std::string> commands;
  for (const Operation* operation : kOperations) {
    if (!operation->hidden) commands.emplace_back(operation->command);
  }
  return commands;
}

}  // namespace milepost
