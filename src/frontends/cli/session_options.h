// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What a session starts from: folder, user files, configuration of environment and flags, and what day it is. Flags go
// before the environment, the environment before the machine.
#pragma once

#include "core/base/result.h"
#include "frontends/cli/environment.h"
#include "operations/arguments.h"
#include "operations/session.h"

namespace milepost {

// Errors: usage, for a day that does not exist or a malformed --config.
[[nodiscard]] Result<SessionOptions> session_options(const Environment& environment, const Arguments& globals);

}  // namespace milepost
