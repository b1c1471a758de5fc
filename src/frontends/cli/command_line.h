// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The words of a command line, sorted out with the table of operations: which operation, which arguments. CLI11 does
// the splitting and is seen in this one source file only; the judgement of values is the operation's.
#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "operations/arguments.h"
#include "operations/operation.h"

namespace milepost {

struct CommandLine {
  const Operation* operation = nullptr;
  Arguments arguments;      // of the operation
  Arguments globals;        // options of every command
  bool brief_help = false;  // -h
  bool full_help = false;   // --help
};

// Errors: usage, with the nearest known words.
[[nodiscard]] Result<CommandLine> parse_command_line(std::span<const std::string> words);

}  // namespace milepost
