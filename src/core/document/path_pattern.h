// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathPattern: a glob over relative paths, case-insensitive for ASCII: `*` and `?` stay inside a segment, `**/` is any
// number of folders, `[0-9]` one of a set, `#` one or more digits. Dialects hold dozens of them and every path meets
// all, so each carries its longest literal as a cheap first test.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

class PathPattern {
 public:
  explicit PathPattern(std::string_view glob);

  // `lower_path` must be lower case already (ASCII), '/' between segments.
  [[nodiscard]] bool matches(std::string_view lower_path) const;
  [[nodiscard]] const std::string& text() const { return glob_; }

 private:
  std::string glob_;     // lower case
  std::string literal_;  // longest run without special characters; every match contains it
};

// ASCII lower case into `buffer`; the view borrows from it.
std::string_view lower_path(std::string_view path, std::string& buffer);

}  // namespace milepost
