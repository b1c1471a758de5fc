// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Puts generated pages of our own documentation in place. Never a user's document: changing those is the business of
// the workspace.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

// Makes the missing folders, writes beside the target, renames. Errors: io.
[[nodiscard]] Result<void> write_generated_file(const std::string& path, std::string_view bytes);

}  // namespace milepost
