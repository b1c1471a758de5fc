// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Glob: one path pattern with the meaning that git gives to a line of .gitignore, compiled once. `*` and `?` stay
// inside one part of a path, `**` crosses parts, `[...]` is a class. Matching never backtracks more than one `*` and
// one `**`, so a hostile pattern costs at most size of pattern times size of path, squared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

class Glob {
 public:
  // `pattern` without `!` and without the trailing `/` of a folder pattern. A pattern with a `/` is bound to the folder
  // of its list, any other matches the last part of a path at any depth.
  [[nodiscard]] static Glob compile(std::string_view pattern);

  // `path` is relative to the folder of the list.
  [[nodiscard]] bool matches(std::string_view path) const;

  // Whether something below the folder `path` could match; used to decide if a left-out folder has to be entered.
  [[nodiscard]] bool may_match_below(std::string_view path) const;

 private:
  enum class PartKind : std::uint8_t { literal, suffix, glob, any_depth };
  struct Part {
    PartKind kind = PartKind::literal;
    std::string text;  // literal and suffix: unescaped bytes; glob: the pattern
  };

  static Part compile_part(std::string_view pattern);
  static bool part_matches(const Part& part, std::string_view name);
  [[nodiscard]] bool path_matches(std::string_view path) const;

  bool bound_ = false;  // to the folder of the list
  std::vector<Part> parts_;
};

}  // namespace milepost
