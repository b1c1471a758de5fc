// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/path_moves.h"

#include <algorithm>
#include <utility>

#include "core/document/path_parts.h"

namespace milepost {
namespace {

// What no notation writes as %5F or \_.
bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
}

std::string longest_plain_piece(std::string_view name) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = begin;
    while (end < name.size() && is_plain(name[end])) ++end;
    if (end - begin > longest.size()) longest = name.substr(begin, end - begin);
    begin = end + 1;
  }
  return std::string(longest.empty() ? name : longest);
}

}  // namespace

PathMoves::PathMoves(const std::vector<PathMove>& moves) {
  for (const PathMove& move : moves) {
    if (move.from.empty() || move.from == move.to) continue;
    to_.emplace(move.from, move.to);
    names_.push_back(longest_plain_piece(file_name_of(move.from)));
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
