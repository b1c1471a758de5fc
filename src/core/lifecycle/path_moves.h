// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathMoves: which files and folders will stand elsewhere, as a map that any path can be asked through. It exists so
// that links, index rows, registries and ids follow a move by one rule: the longest moved beginning of a path decides.
// Paths are relative to the root, '/' separated, without a slash at the end; "" is the root and never moves.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct PathMove {
  std::string from;
  std::string to;
};

// Whether a file or folder stands at this path before the moves.
using PathExists = std::function<bool(const std::string& path)>;

class PathMoves {
 public:
  explicit PathMoves(const std::vector<PathMove>& moves);

  // Where `path` stands afterwards; `path` itself when it does not move.
  [[nodiscard]] std::string after(std::string_view path) const;
  [[nodiscard]] bool moves(std::string_view path) const;
  [[nodiscard]] bool empty() const { return to_.empty(); }
  // Of the last part of each moved path the longest piece that is written the same in every notation ("schema.md" of
  // "MS003_schema.md"): a document that holds none of them, and does not move itself, has no link to mend.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  [[nodiscard]] const std::pair<const std::string, std::string>* find(std::string_view path) const;

  std::map<std::string, std::string, std::less<>> to_;
  std::vector<std::string> names_;  // sorted, each once
};

}  // namespace milepost
