// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Output into a file that the user names, as a shell would redirect it: the file is made or emptied and then written.
// A device or a pipe is written to and never replaced. Never a document: those are the business of the workspace.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

// Errors: io.
[[nodiscard]] Result<void> write_output_file(const std::string& path, std::string_view bytes);
// Behind what is there.
[[nodiscard]] Result<void> append_to_output_file(const std::string& path, std::string_view bytes);

}  // namespace milepost
