// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <ctime>

#include "platform/system_clock.h"

namespace milepost {

Date SystemClock::today() const {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  const auto date = Date::from_civil(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1U,
                                     static_cast<unsigned>(local.tm_mday));
  return date.value_or(Date::from_days(std::chrono::sys_days{}));  // a year beyond 9999
}

}  // namespace milepost
