// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// version: which milepost this is and how it was built. It needs no workspace, so that it answers at once and also
// where everything else is broken.
#pragma once

#include <string_view>

#include "operations/operation.h"

namespace milepost {

[[nodiscard]] std::string_view program_version();
[[nodiscard]] std::string_view program_compiler();
[[nodiscard]] Result<JsonText> invoke_version(Session& session, const Arguments& arguments);

extern const Operation kVersionOperation;

}  // namespace milepost
