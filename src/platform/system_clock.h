// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SystemClock: the Clock port on the clock and the time zone of the machine.
#pragma once

#include "workspace/clock.h"

namespace milepost {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Date today() const override;
};

}  // namespace milepost
