// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The user's pager. It gets the text on its standard input and the terminal for everything else; as with git, an
// interrupt is its business while it runs.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

// `command` is given to the shell. False when it could not be started or was not found: then nothing was shown.
[[nodiscard]] bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace milepost
