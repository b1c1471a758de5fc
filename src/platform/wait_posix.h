// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Waiting for a child process, until it has really ended: a signal that arrives meanwhile (a resized terminal) must not
// end the waiting.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>

#include <cerrno>

namespace milepost {

// The status of the child that ended, for WIFEXITED and its like.
[[nodiscard]] inline int wait_for_child(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace milepost
