// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/operation.h"

#include <algorithm>
#include <vector>

#include "core/base/date.h"
#include "core/base/suggest.h"
#include "operations/arguments.h"

namespace milepost {
namespace {

std::string quoted_name(const Parameter& parameter) {
  return parameter.positional ? std::string(parameter.value_name) : "--" + std::string(parameter.name);
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::unexpected<Error> refuse_choice(const Parameter& parameter, std::string_view word) {
  const std::string value(word);
  auto failure = fail(ErrorKind::usage, "'" + value + "' is no value of " + quoted_name(parameter));
  const std::vector<std::string> known(parameter.choices.begin(), parameter.choices.end());
  for (const std::string& near : nearest(value, known, 1))
    failure.error().hints.push_back("did you mean '" + near + "'?");
  failure.error().hints.push_back("known: " + joined(parameter.choices));
  return failure;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 9 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Sort keys may carry a direction; the choice is what stands before it.
std::string_view without_direction(std::string_view word) {
  for (const std::string_view suffix : {"-desc", "-asc"}) {
    if (word.ends_with(suffix)) return word.substr(0, word.size() - suffix.size());
  }
  return word;
}

Result<void> check_value(const Parameter& parameter, const std::string& value) {
  const bool is_date = parameter.kind == ParameterKind::date;
  if (is_date && !Date::from_iso(value)) {
    return fail(ErrorKind::usage, "'" + value + "' is no day for " + quoted_name(parameter) + "; a day is YYYY-MM-DD");
  }
  if (parameter.kind == ParameterKind::number && !is_number(value)) {
    return fail(ErrorKind::usage, "'" + value + "' is no whole number for " + quoted_name(parameter));
  }
  if (parameter.choices.empty()) return {};
  const std::string_view word = parameter.name == "sort" ? without_direction(value) : std::string_view(value);
  const bool known = std::find(parameter.choices.begin(), parameter.choices.end(), word) != parameter.choices.end();
  if (!known) return refuse_choice(parameter, word);
  return {};
}

Result<void> check_parameter(const Parameter& parameter, const Arguments& arguments) {
  if (!arguments.has(parameter.name)) {
    if (!parameter.required) return {};
    return fail(ErrorKind::usage,
                (parameter.positional ? "the word " : "the option ") + quoted_name(parameter) + " is missing");
  }
  const auto words = arguments.all(parameter.name);
  if (parameter.positional && !parameter.many && words.size() > 1) {
    return fail(ErrorKind::usage, "'" + words[1] + "' is one word too many");
  }
  const bool is_list = parameter.kind == ParameterKind::list;
  for (const std::string& value : is_list ? arguments.list(parameter.name) : arguments.all(parameter.name)) {
    if (auto good = check_value(parameter, value); !good) return good;
  }
  return {};
}

Result<void> check_names(const Operation& operation, const Arguments& arguments) {
  std::vector<std::string> known;
  for (const Parameter& parameter : operation.parameters) known.emplace_back(parameter.name);
  for (const std::string& name : arguments.names()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    auto failure = fail(ErrorKind::usage, "'" + name + "' is no parameter of " + std::string(operation.command));
    for (const std::string& near : nearest(name, known, 1))
      failure.error().hints.push_back("did you mean '" + near + "'?");
    return failure;
  }
  return {};
}

}  // namespace

int exit_code_of(Outcome outcome) {
  if (outcome == Outcome::done) return 0;
  return outcome == Outcome::refused ? 2 : 1;
}

Result<void> check_arguments(const Operation& operation, const Arguments& arguments) {
  if (auto good = check_names(operation, arguments); !good) return good;
  for (const Parameter& parameter : operation.parameters) {
    if (auto good = check_parameter(parameter, arguments); !good) return good;
  }
  return {};
}

}  // namespace milepost
