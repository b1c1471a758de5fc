// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Runs a whole page: each scenario in a fresh directory, its files made, its commands compared. The result says what
// failed; the caller decides whether that is a red test or, when expectations are accepted, a new page.
#pragma once

#include <string>
#include <vector>

#include "support/transcript/transcript.h"

namespace milepost::testing {

struct TranscriptSettings {
  std::string page_name;    // for messages, such as tests/transcripts/list.md
  std::string programs;     // folder that comes first in PATH
  std::string source_tree;  // where workspace=... is looked for
};

struct TranscriptResult {
  int commands = 0;
  int scenarios = 0;  // that were run
  std::vector<std::string> failures;
  std::vector<std::string> skipped;  // "scenario: reason"
  std::string accepted_page;         // the page with the output that was printed in place of what was expected
};

// Changes PATH, HOME and the XDG folders of this process; fix_environment() has been called before.
TranscriptResult run_transcript(const Transcript& transcript, const TranscriptSettings& settings);

}  // namespace milepost::testing
