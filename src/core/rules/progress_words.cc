// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/progress_words.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace milepost {

std::string percent_words(double percent) {
  const double bounded = std::isfinite(percent) ? std::clamp(percent, -999.0, 9999.0) : 0;
  const bool is_nearly_done = bounded < 100 && bounded > 99;  // never "100 %" while something is open
  return std::to_string(is_nearly_done ? 99 : std::lround(bounded)) + " %";
}

std::string count_words(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string progress_words(const Progress& progress) {
  const double computed = progress.computed.value_or(0);
  for (const auto& [count, things] : {std::tuple(progress.boxes, "boxes"), std::tuple(progress.tasks, "tasks")}) {
    if (count.total == 0) continue;
    const double percent = 100.0 * count.done / count.total;
    if (std::abs(percent - computed) >= 1) continue;
    return std::to_string(count.done) + " of " + std::to_string(count.total) + " " + things + " are done";
  }
  return percent_words(computed) + " is done";
}

}  // namespace milepost
