// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// GeneratedFile: a file of the documentation that was computed from the tables, not yet written anywhere: operations
// decide, the front end writes.
#pragma once

#include <string>

namespace milepost {

struct GeneratedFile {
  std::string path;  // relative to the source tree
  std::string text;
};

}  // namespace milepost
