// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// completion: the scripts that make a shell ask this program what could come next. The scripts are small and the same
// for every version: all knowledge stays in `milepost __complete`.
#pragma once

#include <string>
#include <string_view>

#include "operations/operation.h"

namespace milepost {

// `shell` is one of bash, zsh, fish.
[[nodiscard]] std::string_view completion_script(std::string_view shell);
[[nodiscard]] Result<JsonText> invoke_completion(Session& session, const Arguments& arguments);

extern const Operation kCompletionOperation;

}  // namespace milepost
