// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Errors of the `execplan` commands, in the words, the frame and on the stream that their users' scripts look for;
// docs/design/execplan-compat.md has the table. The frame is open at the right, so that no long path is cut in two. The
// program is called what it was called as: `agentrules` through a link of that name.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace milepost {

// "execplan milestone new" of the words of a command line, as far as they are known; "" for all other commands.
[[nodiscard]] std::string find_compatible_command(std::span<const std::string> words);

struct CompatibleError {
  std::string text;
  bool on_stdout = false;  // a few are a plain line of the answer
};

// `program` is the name that the program was started by, `command` what find_compatible_command says.
[[nodiscard]] CompatibleError compatible_error(const Error& error, std::string_view program, std::string_view command);

// A mistake in the words themselves, said as these commands say it.
struct WordTrouble {
  enum class Kind : std::uint8_t { unknown_option, unknown_command, extra_word, no_command, no_value };
  Kind kind;
  std::string word;
};
[[nodiscard]] std::string compatible_words(const WordTrouble& trouble);

}  // namespace milepost
