// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/path_moves.h"

#include <algorithm>
#include <utility>

#include "core/document/path_parts.h"

namespace milepost {

PathMoves::PathMoves(const std::vector<PathMove>& moves) {
  for (const PathMove& move : moves) {
    if (move.from.empty() || move.from == move.to) continue;
    to_.emplace(move.from, move.to);
    names_.emplace_back(file_name_of(move.from));
  }
  std::ranges::sort(names_);
  const auto repeated = std::ranges::unique(names_);
  names_.erase(repeated.begin(), repeated.end());
}

const std::pair<const std::string, std::string>* PathMoves::find(std::string_view path) const {
  if (to_.empty()) return nullptr;
  for (std::string_view part = path; !part.empty(); part = folder_of(part)) {
    if (const auto found = to_.find(part); found != to_.end()) return &*found;
  }
  return nullptr;
}

bool PathMoves::moves(std::string_view path) const { return find(path) != nullptr; }

std::string PathMoves::after(std::string_view path) const {
  const auto* move = find(path);
  if (move == nullptr) return std::string(path);
  return move->second + std::string(path.substr(move->first.size()));
}

}  // namespace milepost
