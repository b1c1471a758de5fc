// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the number of a failed system call (errno) means to us. Reading and writing share it, so that the same trouble
// has the same name in a finding and in an error.
#pragma once

#include "workspace/file_system.h"

namespace milepost {

// `code` is errno.
[[nodiscard]] FileFailure to_file_failure(int code);

}  // namespace milepost
