// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// An Error as people read it on stderr: what, where, what to do.
#pragma once

#include <string>

#include "core/base/error.h"
#include "core/render/style.h"

namespace milepost {

[[nodiscard]] std::string error_text(const Error& error, const Style& style);

}  // namespace milepost
