// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// EmbeddedFile: a file that was put into the program when it was built (cmake/milepost_embed.cmake): dialects,
// templates, help pages. It lets the program answer without any installed data. Both views last as long as the program.
#pragma once

#include <string_view>

namespace milepost {

struct EmbeddedFile {
  std::string_view name;   // relative path with forward slashes
  std::string_view bytes;  // exactly the bytes of the file; a NUL stands behind them
};

}  // namespace milepost
