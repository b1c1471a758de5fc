// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/set_field.h"

#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/chosen_names.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kWords{
    .name = "words",
    .kind = ParameterKind::text,
    .value_name = "ID FIELD VALUE",
    .summary = "the milestone (unless --where is given), then a field and its value, or any number of FIELD=VALUE",
    .values = Values::ids,
    .positional = true,
    .required = true,
    .many = true};
constexpr Parameter kUnsetWords{.name = "words",
                                .kind = ParameterKind::text,
                                .value_name = "ID FIELD",
                                .summary = "the milestone (unless --where is given), then the fields that go",
                                .values = Values::ids,
                                .positional = true,
                                .required = true,
                                .many = true};
constexpr Parameter kKeepNote{
    .name = "keep-note", .kind = ParameterKind::flag, .summary = "keep what stands behind a status"};
constexpr Parameter kDropNote{
    .name = "drop-note", .kind = ParameterKind::flag, .summary = "drop what stands behind a status"};

constexpr auto kSetParameters =
    with_change_parameters(std::array{kWords, kWhereParameter, kYesParameter, kKeepNote, kDropNote});
constexpr auto kUnsetParameters = with_change_parameters(std::array{kUnsetWords, kWhereParameter, kYesParameter});
constexpr std::array kSetExamples{
    Example{"milepost set M3 owner @kim", "one field"},
    Example{"milepost set M3 status=active target=2026-12-01", "several"},
    Example{"milepost set M3 key:links.docs=docs/m3.md", "a key of the front matter"},
    Example{"milepost set --where owner=@kim owner=@lee --yes", "all open milestones of one owner"}};
constexpr std::array kUnsetExamples{Example{"milepost unset M3 target", "the target date goes"}};

Result<std::vector<EditRequest>> parse_assignments(const std::vector<std::string>& words, NoteHandling note) {
  std::vector<EditRequest> requests;
  const bool pair = words.size() == 2 && words[0].find('=') == std::string::npos;
  if (pair) {
    requests.emplace_back(SetField{words[0], words[1], note});
    return requests;
  }
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      auto failure = fail(ErrorKind::usage, "'" + word + "' is no FIELD=VALUE");
      failure.error().hints.emplace_back("milepost set M3 owner @kim, or milepost set M3 owner=@kim target=2026-12-01");
      return failure;
    }
    requests.emplace_back(SetField{word.substr(0, equals), word.substr(equals + 1), note});
  }
  if (requests.empty())
    return fail(ErrorKind::usage, "what is to be set? Give a field and its value: milepost set M3 owner @kim");
  return requests;
}

Result<std::vector<EditRequest>> parse_fields(const std::vector<std::string>& words) {
  std::vector<EditRequest> requests;
  for (const std::string& word : words) requests.emplace_back(UnsetField{word});
  if (requests.empty()) return fail(ErrorKind::usage, "which field goes? milepost unset M3 target");
  return requests;
}

// The first word is the item, unless a filter says which ones.
struct Words {
  std::vector<std::string> names;
  std::vector<std::string> rest;
};

Words split_words(const Arguments& arguments) {
  Words words{{}, arguments.all("words")};
  if (arguments.has("where") || words.rest.empty()) return words;
  words.names.push_back(std::move(words.rest.front()));
  words.rest.erase(words.rest.begin());
  return words;
}

NoteHandling note_handling(const Arguments& arguments) {
  if (arguments.has("keep-note")) return NoteHandling::keep;
  return arguments.has("drop-note") ? NoteHandling::drop : NoteHandling::automatic;
}

Result<ChangeAnswer> change_fields(Session& session, const Arguments& arguments, const Operation& operation) {
  if (auto good = check_arguments(operation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  Words words = split_words(arguments);
  auto requests =
      &operation == &kSetOperation ? parse_assignments(words.rest, note_handling(arguments)) : parse_fields(words.rest);
  if (!requests) return std::unexpected(std::move(requests).error());
  auto names = choose_names(session, arguments, std::move(words.names));
  if (!names) return std::unexpected(std::move(names).error());
  std::string summary = std::string(operation.command) + " " +
                        (names->size() == 1 ? names->front() : std::to_string(names->size()) + " milestones");
  const auto wanted = [requests = std::move(*requests)](const ChosenItem&) -> Result<std::vector<EditRequest>> {
    return requests;
  };
  return carry_out(session, *options, plan_item_edit({std::move(*names), wanted, std::move(summary)}));
}

}  // namespace

constinit const Operation kSetOperation{
    .name = "set",
    .command = "set",
    .group = "Editing",
    .summary = "set fields",
    .description =
        "Sets fields of a milestone in every place where they stand: front matter, head, footer, tables. A field is "
        "named\n"
        "by its role (status, owner, target, risk, tags ...), as key:PATH of the front matter, or as label:NAME of a "
        "line\n"
        "in the text. Dates are given as YYYY-MM-DD and written in the notation found. `start`, `complete` and their "
        "like\n"
        "take the steps of a life with their checks; `set status` writes the word and nothing else.",
    .parameters = kSetParameters,
    .examples = kSetExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kSetOperation, set_field>};

constinit const Operation kUnsetOperation{
    .name = "unset",
    .command = "unset",
    .group = "Editing",
    .summary = "take fields away",
    .description = "Takes fields of a milestone away, wherever they stand, each with its line.",
    .parameters = kUnsetParameters,
    .examples = kUnsetExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kUnsetOperation, unset_field>};

Result<ChangeAnswer> set_field(Session& session, const Arguments& arguments) {
  return change_fields(session, arguments, kSetOperation);
}

Result<ChangeAnswer> unset_field(Session& session, const Arguments& arguments) {
  return change_fields(session, arguments, kUnsetOperation);
}

}  // namespace milepost
