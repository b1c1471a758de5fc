// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The command line front end: words in, text and an exit code out. Data goes to stdout, talk to stderr, so that a pipe
// carries nothing but the answer.
#pragma once

#include "frontends/cli/environment.h"

namespace milepost {

// Runs one command; the result is the exit code of the process.
[[nodiscard]] int run_command_line(const Environment& environment);

}  // namespace milepost
