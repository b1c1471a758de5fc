// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Error: why a request could not be done. It is returned, never thrown, and only front ends print it.
// A fact about a user's document is a Finding, not an Error; a broken invariant is a bug (assert.h).
// The kind is a small closed set, because one table maps it to exit codes and protocol codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

enum class ErrorKind : std::uint8_t {
  usage,             // the words of the request or a configuration file are wrong
  not_found,         // nothing matched
  ambiguous,         // several things matched; they are listed in `hints`
  conflict,          // stale revision, lock held
  refused,           // a gate says no
  invalid_document,  // a document can not be read as asked
  io,                // the system refused: files, terminal, memory
  git,               // git failed or is missing
  unavailable,       // a part that this build or machine does not have
  interrupted,       // the user or a signal stopped it
  internal,          // a bug that could be contained
};

// A position for people: line and column count from 1; column counts UTF-8 bytes. 0 means "not known".
struct Place {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string message;              // what is wrong and why, one sentence
  std::optional<Place> place;       // where, if it is about a file
  std::vector<std::string> frames;  // "while ...", innermost first
  std::vector<std::string> hints;   // what to do; for `ambiguous` the candidates
};

// The process exit code of a kind (DESIGN: 0 done, 1 nothing matched, 2 usage, 3 conflict, 4 refused, 5 I/O, 130
// interrupted).
[[nodiscard]] int exit_code_of(ErrorKind kind);

// The stable word of a kind, as it stands in JSON: "usage", "not_found", ...
[[nodiscard]] const char* to_string(ErrorKind kind);

}  // namespace milepost
