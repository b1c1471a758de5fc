// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Clock: the port that says which day it is. It is asked once per request; below operations the day is a parameter,
// so that every answer about dates can be tested.
#pragma once

#include "core/base/date.h"

namespace milepost {

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  // In the time zone of the user.
  [[nodiscard]] virtual Date today() const = 0;
};

}  // namespace milepost
