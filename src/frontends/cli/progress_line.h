// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ProgressLine: one line on stderr that says how far a long scan has come. It stays away for short scans and for
// streams that are no terminal, and it is gone when the answer is printed.
#pragma once

#include <cstdint>

#include "frontends/cli/environment.h"

namespace milepost {

class ProgressLine {
 public:
  explicit ProgressLine(const Environment& environment) : environment_(&environment) {}  // borrows
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  // A few times a second.
  void show(std::uint32_t files_done);
  void clear();

 private:
  const Environment* environment_;
  std::uint32_t calls_ = 0;
  bool visible_ = false;
};

}  // namespace milepost
