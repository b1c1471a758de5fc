// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The environment in which every test runs: the same on each machine and for each user. Nothing of the person's git
// configuration, locale, time zone, terminal or milepost settings is seen by a test.
#pragma once

#include <string>

namespace milepost::testing {

// The day that MILEPOST_TODAY names in every test.
inline constexpr const char* kTestToday = "2026-01-15";

// Changes the environment of this process; call it first in main.
void fix_environment();

// Puts the home and XDG folders below `folder`, which is where a program under test may leave things.
void move_home_to(const std::string& folder);

}  // namespace milepost::testing
