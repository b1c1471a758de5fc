// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Running another program: no shell, exactly the given words and environment, input from memory, output into memory.
// The child gets nothing else: no other descriptor is inherited, signals are as a fresh program expects them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace milepost {

struct ChildRequest {
  std::string program;                   // absolute
  std::vector<std::string> arguments;    // without the program's own name
  std::vector<std::string> environment;  // "NAME=value"
  std::string input;
  std::uint64_t output_limit = std::uint64_t{1} << 30U;
  std::chrono::seconds time_limit{120};
};

struct ChildOutput {
  int exit_code = 0;
  std::string output;
  std::string errors;  // the first 64 KiB
};

// Errors: unavailable (it could not be started), io (it was ended by a signal, said too much, or took too long).
[[nodiscard]] Result<ChildOutput> run_child(const ChildRequest& request);

// The environment of this process, "NAME=value" each.
[[nodiscard]] std::vector<std::string> get_environment();

// The absolute path of a program in the folders of `path` (as in $PATH); "" when it is in none. Relative folders are
// passed over, so that nothing of a work tree is started.
[[nodiscard]] std::string find_program(const std::string& name, const std::string& path);

}  // namespace milepost
