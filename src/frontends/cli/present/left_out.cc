// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/left_out.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace milepost {
namespace {

constexpr std::array kLeftOut{ReadingFact::unreadable, ReadingFact::too_large, ReadingFact::vanished,
                              ReadingFact::limit_reached};

bool is_left_out(const Finding& problem) {
  return std::ranges::any_of(kLeftOut, [&](ReadingFact fact) { return problem.id == row_of(fact).id; });
}

}  // namespace

std::string describe_left_out(std::span<const Finding> problems) {
  const auto first = std::ranges::find_if(problems, is_left_out);
  if (first == problems.end()) return {};
  std::string text = "left out: " + (first->path.empty() ? "" : first->path + ": ") + first->message;
  const auto others = static_cast<std::size_t>(std::ranges::count_if(problems, is_left_out)) - 1;
  if (others != 0) text += " (and " + std::to_string(others) + " more; --json names them)";
  return text;
}

std::string with_left_out(const std::string& notice, std::span<const Finding> problems) {
  std::string left_out = describe_left_out(problems);
  if (notice.empty() || left_out.empty()) return notice.empty() ? left_out : notice;
  return notice + "; " + left_out;
}

}  // namespace milepost
