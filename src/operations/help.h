// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// help: what a command does and takes, computed from the table. The short form fits a screen; the long one begins with
// examples and ends with exit codes.
#pragma once

#include <cstdint>
#include <string>

#include "operations/operation_table.h"

namespace milepost {

enum class HelpLength : std::uint8_t { brief, full };

// The program as a whole.
[[nodiscard]] std::string program_help(OperationTable table, HelpLength length);
// One command.
[[nodiscard]] std::string command_help(const Operation& operation, HelpLength length);
// "milepost list [OPTIONS] [TEXT]..."
[[nodiscard]] std::string usage_line(const Operation& operation);
// "-s, --status CATEGORY[,...]"
[[nodiscard]] std::string option_spelling(const Parameter& parameter);
// What an exit code means.
[[nodiscard]] std::string_view exit_code_meaning(int code);

// The operation whose help is wanted; nullptr: the program. Errors: usage with the nearest commands.
[[nodiscard]] Result<const Operation*> find_help_operation(OperationTable table, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_help(Session& session, const Arguments& arguments);

extern const Operation kHelpOperation;

}  // namespace milepost
