// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The options that every command of the program takes, wherever they stand. They are described here, beside the
// operations, so that help, man pages and completion speak of them in the same words.
#pragma once

#include <span>

#include "operations/operation.h"

namespace milepost {

[[nodiscard]] std::span<const Parameter> global_parameters();

// What the program reads from the environment.
struct Variable {
  std::string_view name;
  std::string_view summary;
};
[[nodiscard]] std::span<const Variable> environment_variables();

}  // namespace milepost
