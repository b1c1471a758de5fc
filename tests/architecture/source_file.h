// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SourceFile: one file of the tree as text, with what the checks of the architecture read in it. The checks are pure
// functions from files to violations, so each is tested with small invented trees (checks_test.cc) and run on the
// real one (repository_test.cc). Reading C++ is done by a scanner of comments, strings and braces, not by a compiler:
// good enough for code that clang-format has seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost::architecture {

struct SourceFile {
  std::string path;  // relative to the repository, with forward slashes
  std::string text;
};

struct Include {
  std::string name;  // without quotes or angles
  bool is_quoted = false;
  int line = 0;
};

// Sentences that a person can act on; empty when the check holds.
using Violations = std::vector<std::string>;

// The sources, headers and build files below src/ and tests/ of a repository, sorted by path.
std::vector<SourceFile> load_tree(const std::string& repository);
std::string load_text(const std::string& path);

// The text with comments, string and character literals blanked out; line numbers stay.
std::string code_only(std::string_view text);
std::vector<Include> includes_of(const SourceFile& file);
int count_lines(std::string_view text);

bool is_header(const SourceFile& file);
bool is_implementation(const SourceFile& file);
bool is_test(const SourceFile& file);
bool is_below(const SourceFile& file, std::string_view folder);
std::string folder_of(std::string_view path);

// The path without extension: x.h and x.cc are one component.
std::string component_of(std::string_view path);
const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path);

}  // namespace milepost::architecture
