// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A progress bar of a fixed width whose two parts differ by shape and not only by colour, so that it reads the same
// without colour, in a log and on paper. Only a full hundred percent fills it; anything above nothing shows.
#pragma once

#include <cstddef>
#include <string>

#include "core/render/style.h"

namespace milepost {

struct BarParts {
  std::string full;
  std::string rest;
};

[[nodiscard]] BarParts bar_parts(double percent, std::size_t width, const Glyphs& glyphs);

// "63 %": whole percents, cut and not rounded at the top, so that 99.6 never reads as done.
[[nodiscard]] std::string percent_text(double percent);

}  // namespace milepost
