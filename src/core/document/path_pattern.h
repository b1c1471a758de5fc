// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathPattern: a glob over relative paths, case-insensitive for ASCII: `*` and `?` stay inside a segment, `**/` is any
// number of folders, `[0-9]` one of a set, `#` one or more digits. Dialects hold dozens of them and every path meets
// all, so each carries its longest literal as a cheap first test: by the pairs of characters in it, then as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sketch.h"

namespace milepost {

// A path that many patterns look at, with what makes most of them say no at once.
class PathProbe {
 public:
  PathProbe() = default;
  // `lower_path` must be lower case already (ASCII), '/' between segments. Borrows it.
  explicit PathProbe(std::string_view lower_path);

  [[nodiscard]] std::string_view path() const { return path_; }
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] bool may_hold(std::uint64_t pair) const { return pairs_.may_hold(pair); }

 private:
  std::string_view path_;  // borrows from: the caller, as the next
  std::string_view name_;
  Sketch pairs_;  // hashes of neighbouring characters
};

class PathPattern {
 public:
  explicit PathPattern(std::string_view glob);

  // `lower_path` must be lower case already (ASCII), '/' between segments.
  [[nodiscard]] bool matches(std::string_view lower_path) const;
  // The same for the path of the probe, and for its file name alone.
  [[nodiscard]] bool matches_path(const PathProbe& probe) const {
    return may_match(probe, probe.path()) && matches(probe.path());
  }
  [[nodiscard]] bool matches_name(const PathProbe& probe) const {
    return may_match(probe, probe.name()) && matches(probe.name());
  }
  [[nodiscard]] const std::string& text() const { return glob_; }

 private:
  [[nodiscard]] bool may_match(const PathProbe& probe, std::string_view part) const {
    if (first_ != '\0' && !part.starts_with(first_)) return false;
    for (const std::uint64_t pair : pairs_)
      if (!probe.may_hold(pair)) return false;
    return true;
  }

  std::string glob_;                  // lower case
  char first_ = '\0';                 // what every match begins with; 0 when the glob begins with a special character
  std::string literal_;               // longest run without special characters; every match contains it
  std::vector<std::uint64_t> pairs_;  // the pairs of the literal, as PathProbe hashes them
};

// ASCII lower case into `buffer`; the view borrows from it.
std::string_view lower_path(std::string_view path, std::string& buffer);

}  // namespace milepost
