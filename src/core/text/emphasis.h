// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Emphasis: which of the runs of '*', '_' and '~' in a text are marks that a reader does not see. The delimiter
// algorithm of CommonMark, on runs that stand in an output text; linear, because a search in vain is remembered.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace milepost {

struct DelimiterRun {
  std::size_t at = 0;       // in the output
  std::uint32_t count = 0;  // as written
  std::uint32_t cut_front = 0;
  std::uint32_t cut_back = 0;
  char mark = 0;
  bool can_open = false;
  bool can_close = false;
  std::ptrdiff_t before = -1;  // the run below this one on the stack of openers

  [[nodiscard]] std::uint32_t left() const { return count - cut_front - cut_back; }
};

// `before` and `after` are the text on both sides of the run, as written.
[[nodiscard]] DelimiterRun classify_run(char mark, std::uint32_t count, std::string_view before,
                                        std::string_view after);

// Pairs up the runs from index `first` on; marks that were used are counted in cut_front and cut_back.
void pair_runs(std::vector<DelimiterRun>& runs, std::size_t first);

}  // namespace milepost
