// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the terminal of this process is like. Asked once, by main; everything else is
// given the facts.
#pragma once

#include <cstdint>

namespace milepost {

struct TerminalFacts {
  bool stdout_is_terminal = false;
  bool stderr_is_terminal = false;
  bool stdin_is_terminal = false;
  std::uint32_t width = 0;   // columns; 0: not known
  std::uint32_t height = 0;  // lines; 0: not known
};

[[nodiscard]] TerminalFacts get_terminal_facts();

}  // namespace milepost
