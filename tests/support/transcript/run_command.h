// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Runs one shell command of a transcript and shows what it did as lines: standard output, then "[stderr]" and standard
// error when there is any, then "[exit N]" when N is not 0. Bytes that a page cannot hold are shown as \xHH.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace milepost::testing {

struct CommandOutcome {
  std::string output;
  std::string errors;
  int exit_code = 0;  // 128 + N when signal N ended it, 124 after a minute without end
};

// `nobody` for what root is allowed and others are not: only root can ask for it.
enum class RunAs : std::uint8_t { this_user, nobody };

// Runs in `directory` with nothing to read; the streams go through files in `scratch`, so no pipe can fill up.
CommandOutcome run_command(const std::string& command, const std::string& directory, const std::string& scratch,
                           RunAs user = RunAs::this_user);

// Gives a folder and all below it to that user. False if the system refuses.
[[nodiscard]] bool give_to_nobody(const std::string& folder);

// `names` are replaced wherever they occur: the path of the temporary directory by "[work]", for example.
std::vector<std::string> to_lines(const CommandOutcome& outcome,
                                  const std::vector<std::pair<std::string, std::string>>& names);

}  // namespace milepost::testing
