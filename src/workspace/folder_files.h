// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The files of one folder with all its subfolders, of every kind and name: what moves when the folder moves. Links are
// listed and not followed.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/file_system.h"

namespace milepost {

// Paths relative to `root`, sorted. Errors: io, not_found.
[[nodiscard]] Result<std::vector<std::string>> list_folder_files(const FileSystem& files, const std::string& root,
                                                                 const std::string& folder);

}  // namespace milepost
