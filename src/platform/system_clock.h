// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SystemClock: the Clock port on the clock and the time zone of the machine. Only main makes one;
// everything else is given a day.
#pragma once

#include "workspace/clock.h"

namespace milepost {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Date today() const override;
};

}  // namespace milepost
