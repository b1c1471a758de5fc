// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/progress_bar.h"

#include <algorithm>
#include <cmath>

namespace milepost {
namespace {

std::string repeat(std::string_view glyph, std::size_t count) {
  std::string out;
  out.reserve(glyph.size() * count);
  for (std::size_t i = 0; i < count; ++i) out.append(glyph);
  return out;
}

std::size_t filled_cells(double percent, std::size_t width) {
  if (width == 0 || !(percent > 0)) return 0;
  if (percent >= 100) return width;
  const auto cells = static_cast<std::size_t>(std::lround(percent * static_cast<double>(width) / 100));
  return std::clamp<std::size_t>(cells, 1, width > 1 ? width - 1 : 1);
}

}  // namespace

BarParts bar_parts(double percent, std::size_t width, const Glyphs& glyphs) {
  const std::size_t full = filled_cells(percent, width);
  return {repeat(glyphs.bar_full, full), repeat(glyphs.bar_rest, width - full)};
}

std::string percent_text(double percent) {
  if (!std::isfinite(percent)) return "";
  const double bounded = std::clamp(percent, -999.0, 999.0);
  const bool nearly_done = bounded < 100 && bounded > 99;
  return std::to_string(nearly_done ? 99 : std::lround(bounded)) + " %";
}

}  // namespace milepost
