// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Transcript: a Markdown page that is a test. Its file blocks make files, its console blocks hold commands and what
// they must print; docs/design/testing.md gives the notation. It exists so that tests of the whole program read as a
// story, and so that the examples in the documentation cannot go wrong. This file only reads the page.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace milepost::testing {

struct FileBlock {
  std::string path;   // relative, without ".."
  std::string bytes;  // flags are already applied
};

struct Command {
  std::string text;  // what the shell gets
  std::vector<std::string> expected;
  std::size_t line = 0;            // index from 0 of the "$ " line in the page
  std::size_t expected_begin = 0;  // indices of the lines that hold the expected output
  std::size_t expected_end = 0;
  std::size_t fence_open = 0;
  std::size_t fence_close = 0;
};

using Step = std::variant<FileBlock, Command>;

// From comments such as <!-- transcript: workspace=examples/tour needs=git -->
using Directives = std::map<std::string, std::string, std::less<>>;

struct Scenario {
  std::string title;
  Directives directives;
  std::vector<Step> steps;
};

struct Transcript {
  std::vector<Scenario> scenarios;  // each begins with the steps that stand before the first second-level heading
  std::vector<std::string> lines;   // of the page
  std::vector<std::string> errors;  // "line N: what"; a page with errors is not run
};

Transcript parse_transcript(std::string_view page);

std::vector<std::string> split_lines(std::string_view text);

}  // namespace milepost::testing
