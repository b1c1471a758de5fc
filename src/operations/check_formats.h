// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The formats in which findings leave the program. A format is a name and one function from the answer to text, in a
// file of its own (formats/); all of them print the same findings. Documents are untrusted: whatever bytes stand in a
// path or a message, a format stays well formed. "text" and "json" have no function here: the front end draws the one,
// because it depends on the terminal, and the other is the answer of the operation itself.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "operations/run_check.h"

namespace milepost {

struct CheckFormat {
  std::string_view name;  // in the order of kCheckFormats
  std::string (*write)(const CheckAnswer&) = nullptr;
};

[[nodiscard]] std::span<const CheckFormat> check_formats();
// nullptr when another part of the program draws it.
[[nodiscard]] const CheckFormat* find_check_format(std::string_view name);

}  // namespace milepost
