// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The user's editor. It has the terminal for itself as long as it runs; as with git, an interrupt is its business.
#pragma once

#include <optional>
#include <string>

namespace milepost {

// `command` is given to the shell with the path as its last word. The exit code of the editor; nothing when it could
// not be started or was not found.
[[nodiscard]] std::optional<int> open_in_editor(const std::string& command, const std::string& path);

}  // namespace milepost
