// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Keys of the front matter set by the writers, so that quotes, comments and order stay as they are. It is all that
// ending a plan or a milestone changes inside a file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "operations/execplan/space.h"

namespace milepost::execplan {

// Adds the edits of the file to the plan and gives its bytes after them. Errors: usage (no front matter).
[[nodiscard]] Result<std::string> edit_front_matter(const Space& space, const SourceFile& file,
                                                    const std::vector<std::pair<std::string, std::string>>& values,
                                                    PlannedChange& into);

}  // namespace milepost::execplan
