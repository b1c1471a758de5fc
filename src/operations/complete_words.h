// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// complete_words: what could come next on a command line, for the completion scripts. Hidden, because only scripts call
// it. Trouble is never reported here: a shell that completes must not print errors, so there are simply no candidates.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "operations/operation.h"

namespace milepost {

struct Candidate {
  std::string value;  // what to insert; ":files" and ":directories" leave it to the shell
  std::string description;
};

// `words` are those behind the program's name; the last one is being typed and may be empty.
[[nodiscard]] std::vector<Candidate> complete_words(Session& session, std::span<const std::string> words);
[[nodiscard]] Result<JsonText> invoke_complete_words(Session& session, const Arguments& arguments);

extern const Operation kCompleteWordsOperation;

}  // namespace milepost
