// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/progress_line.h"

#include <string>

namespace milepost {
namespace {

constexpr std::uint32_t kPatience = 3;  // reports that pass in silence: about a second

}  // namespace

void ProgressLine::show(std::uint32_t files_done) {
  if (++calls_ <= kPatience) return;
  visible_ = true;
  environment_->write_error("\r\x1b[Kmilepost: reading, " + std::to_string(files_done) + " documents so far");
}

void ProgressLine::clear() {
  if (!visible_) return;
  visible_ = false;
  environment_->write_error("\r\x1b[K");
}

}  // namespace milepost
