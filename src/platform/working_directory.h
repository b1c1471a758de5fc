// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The folder that the process was started in, asked once by main; below it every path is absolute or relative to a
// root.
#pragma once

#include <string>

namespace milepost {

// Absolute; "" when it is gone, which opening a workspace then reports.
[[nodiscard]] std::string get_working_directory();

}  // namespace milepost
