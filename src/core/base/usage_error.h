// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// usage_error: the request is wrong in a way that its author can mend, and here is how. One helper, so that no such
// error leaves people without the next step.
#pragma once

#include <string>
#include <utility>

#include "core/base/error.h"

namespace milepost {

[[nodiscard]] inline Error usage_error(std::string message, std::string hint) {
  return {ErrorKind::usage, std::move(message), std::nullopt, {}, {std::move(hint)}};
}

}  // namespace milepost
