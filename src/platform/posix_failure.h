// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the number of a failed system call means to us: the one place that knows them.
#pragma once

#include "workspace/file_system.h"

namespace milepost {

// `code` is errno.
[[nodiscard]] FileFailure to_file_failure(int code);

}  // namespace milepost
