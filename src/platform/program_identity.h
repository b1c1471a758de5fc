// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A text that differs between two builds of this program. It is part of the cache key, so that what one build
// understood is never served by another.
#pragma once

#include <string>

namespace milepost {

// "" when the system does not tell; then only the version guards the cache.
[[nodiscard]] std::string get_program_identity();

}  // namespace milepost
