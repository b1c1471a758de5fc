// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <sys/ioctl.h>
#include <unistd.h>

#include "platform/terminal.h"

namespace milepost {

TerminalFacts get_terminal_facts() {
  TerminalFacts facts;
  facts.stdout_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  facts.stderr_is_terminal = ::isatty(STDERR_FILENO) == 1;
  facts.stdin_is_terminal = ::isatty(STDIN_FILENO) == 1;
  winsize size{};
  const int asked = facts.stdout_is_terminal ? STDOUT_FILENO : STDERR_FILENO;
  if (::ioctl(asked, TIOCGWINSZ, &size) == 0) {
    facts.width = size.ws_col;
    facts.height = size.ws_row;
  }
  return facts;
}

}  // namespace milepost
