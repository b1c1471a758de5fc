// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cerrno>
#include <csignal>
#include <ctime>

#include "platform/pause.h"

namespace milepost {

bool pause_unless_ended(std::uint32_t milliseconds) {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  const timespec time{static_cast<std::time_t>(milliseconds / 1000),
                      static_cast<long>(milliseconds % 1000) * 1'000'000L};
  // Another signal that is handled (the terminal was resized) only makes this pause shorter.
  return sigtimedwait(&ends, nullptr, &time) < 0;
}

}  // namespace milepost
