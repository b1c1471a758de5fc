// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Operation: the description of one thing a user can ask. Command line, help, completion, man pages, JSON schemas and
// the reference pages are computed from it, and `invoke` is the one entry for machines; so all faces give one answer.
// Descriptions are static data: plain structs of views into literals, listed in table.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

class Arguments;
class Session;

enum class ParameterKind : std::uint8_t {
  flag,             // there or not
  text,             // one value, the last one counts
  list,             // values divided by commas, may be repeated
  date,             // YYYY-MM-DD
  number,           // a whole number from 0
  optional_choice,  // a flag that may carry "=value" of `choices`; bare, it means the first choice
  optional_text,    // a flag that may carry "=text"; bare, its value is ""
};

// Where completion takes values from.
enum class Values : std::uint8_t {
  none,
  choices,
  ids,
  owners,
  dialects,
  tags,
  operations,
  sections,
  rules,
  directories,
  files,
};

struct Parameter {
  std::string_view name;  // on the command line --name
  ParameterKind kind = ParameterKind::flag;
  std::string_view value_name = {};  // "DATE"
  std::string_view summary = {};
  Values values = Values::none;
  std::span<const std::string_view> choices = {};  // the closed set of values; empty: any
  std::string_view default_text = {};
  char letter = 0;
  bool positional = false;
  bool required = false;
  bool many = false;  // positional: takes several words
};

struct Example {
  std::string_view command;
  std::string_view what;
};

// What an operation does to the files.
enum class Effect : std::uint8_t { reads, writes, moves };

// Which faces offer it; bits.
inline constexpr unsigned kFaceCli = 1;
inline constexpr unsigned kFaceMcp = 2;
inline constexpr unsigned kFaceHttp = 4;
inline constexpr unsigned kFaceAll = kFaceCli | kFaceMcp | kFaceHttp;

// How a request that could be done ended. `refused` is for commands whose users expect 2 for what others call findings.
enum class Outcome : std::uint8_t { done, nothing_matched, findings, refused };

[[nodiscard]] int exit_code_of(Outcome outcome);

// The whole envelope as JSON, how it ended, and a word for people where that needs one (stderr).
struct JsonText {
  std::string text;
  Outcome outcome = Outcome::done;
  std::string notice = {};
};

struct Operation {
  std::string_view name = {};     // "dialect_list"; the schema is milepost.<name>/1
  std::string_view command = {};  // "dialect list"
  std::string_view group = {};    // heading in the help
  std::string_view summary = {};  // one line
  std::string_view description = {};
  std::span<const Parameter> parameters = {};
  std::span<const Example> examples = {};
  std::span<const int> exit_codes = {};
  Effect effect = Effect::reads;
  unsigned faces = kFaceAll;
  bool hidden = false;
  std::string_view data_schema = {};  // JSON schema (2020-12) of the envelope's `data`; may refer to #/$defs/*
  Result<JsonText> (*invoke)(Session&, const Arguments&) = nullptr;
};

// Refuses unknown parameters, values outside a closed set, impossible dates and missing required words; the message
// names the nearest known one.
[[nodiscard]] Result<void> check_arguments(const Operation& operation, const Arguments& arguments);

}  // namespace milepost
