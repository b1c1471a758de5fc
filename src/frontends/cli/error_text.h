// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// An Error as people read it on stderr: where and what in the first line, as compilers do, so that editors can jump
// there; below it what to do.
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/render/style.h"

namespace milepost {

[[nodiscard]] std::string error_text(const Error& error, const Style& style);

}  // namespace milepost
