// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/help.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/suggest.h"
#include "core/base/wording.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/global_parameters.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::size_t kColumn = 28;  // where summaries begin
constexpr std::size_t kWidth = 100;

// Appends `text` broken at blanks, each further line indented to the column of summaries.
void append_wrapped(std::string& out, std::string_view text) {
  std::size_t column = kColumn;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column != kColumn && column + 1 + end > kWidth) {
      out.append("\n").append(kColumn, ' ');
      column = kColumn;
    } else if (column != kColumn) {
      out.push_back(' ');
      ++column;
    }
    out.append(text.substr(0, end));
    column += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  out.push_back('\n');
}

void append_entry(std::string& out, std::string_view left, std::string_view right) {
  std::string line = "  " + std::string(left);
  if (line.size() + 2 > kColumn) {
    out.append(line).append("\n").append(kColumn, ' ');
  } else {
    line.append(kColumn - line.size(), ' ');
    out.append(line);
  }
  append_wrapped(out, right);
}

std::string summary_of(const Parameter& parameter) {
  std::string text(parameter.summary);
  const bool short_set = !parameter.choices.empty() && parameter.choices.size() <= 8;
  if (short_set && parameter.summary.find(parameter.choices.front()) == std::string_view::npos) {
    text += ":";
    for (const std::string_view choice : parameter.choices) text.append(" ").append(choice);
  }
  if (!parameter.default_text.empty()) text.append(" (default ").append(parameter.default_text).append(")");
  return text;
}

void append_parameters(std::string& out, std::string_view title, std::span<const Parameter> parameters) {
  if (parameters.empty()) return;
  out.append("\n").append(title).append(":\n");
  for (const Parameter& parameter : parameters) {
    append_entry(out, parameter.positional ? std::string(parameter.value_name) : option_spelling(parameter),
                 summary_of(parameter));
  }
}

void append_examples(std::string& out, std::span<const Example> examples) {
  if (examples.empty()) return;
  out += "\nExamples:\n";
  for (const Example& example : examples) {
    out.append("  $ ").append(example.command).append("\n      ").append(example.what).append("\n");
  }
}

void append_exit_codes(std::string& out, std::span<const int> codes) {
  out += "\nExit codes:\n";
  for (const int code : codes) append_entry(out, std::to_string(code), exit_code_meaning(code));
}

void append_commands(std::string& out, OperationTable table) {
  std::vector<std::string_view> groups;
  for (const Operation* operation : table) {
    const bool known = std::find(groups.begin(), groups.end(), operation->group) != groups.end();
    if (!known && !operation->hidden) groups.push_back(operation->group);
  }
  for (const std::string_view group : groups) {
    out.append("\n").append(group).append(":\n");
    for (const Operation* operation : table) {
      if (operation->group == group && !operation->hidden) append_entry(out, operation->command, operation->summary);
    }
  }
}

void append_environment(std::string& out) {
  out += "\nEnvironment:\n";
  for (const Variable& variable : environment_variables()) append_entry(out, variable.name, variable.summary);
}

constexpr std::array kProgramExamples{Example{"milepost", "what is late, blocked, at risk, under way and next"},
                                      Example{"milepost list --status active", "what is being worked on"},
                                      Example{"milepost show M3", "everything that is known of one milestone"}};
constexpr std::array<int, 7> kAllCodes{0, 1, 2, 3, 4, 5, 130};

constexpr std::array kParameters{Parameter{.name = "command",
                                           .kind = ParameterKind::text,
                                           .value_name = "COMMAND",
                                           .summary = "the command; without one, the program as a whole",
                                           .values = Values::operations,
                                           .positional = true,
                                           .many = true}};
constexpr std::array kExamples{Example{"milepost help list", "the same as milepost list --help"}};
constexpr std::array<int, 2> kExitCodes{0, 2};
constexpr std::string_view kSchema = R"json({"type":"object","required":["command","text"],"properties":{
"command":{"type":["string","null"]},"text":{"type":"string"}}})json";

}  // namespace

constinit const Operation kHelpOperation{.name = "help",
                                         .command = "help",
                                         .group = "The program itself",
                                         .summary = "explain a command",
                                         .description = "Explains a command, or the program as a whole.",
                                         .parameters = kParameters,
                                         .examples = kExamples,
                                         .exit_codes = kExitCodes,
                                         .faces = kFaceCli,
                                         .data_schema = kSchema,
                                         .invoke = invoke_help};

std::string_view exit_code_meaning(int code) {
  switch (code) {
    case 0:
      return "done, or clean";
    case 1:
      return "nothing matched, or there are findings";
    case 2:
      return "the command line, the configuration or a dialect is wrong";
    case 3:
      return "somebody else changed the document, or holds the lock";
    case 4:
      return "a gate refused";
    case 5:
      return "a file could not be read or written, or git failed";
    case 130:
      return "interrupted";
    default:
      return "";
  }
}

std::string option_spelling(const Parameter& parameter) {
  std::string text = parameter.letter == 0 ? "    " : std::string("-") + parameter.letter + ", ";
  text.append("--").append(parameter.name);
  if (parameter.kind == ParameterKind::optional_choice || parameter.kind == ParameterKind::optional_text)
    return text.append("[=").append(parameter.value_name).append("]");
  if (!parameter.value_name.empty()) text.append(" ").append(parameter.value_name);
  if (parameter.kind == ParameterKind::list && parameter.value_name != "KEY=VALUE") text.append("[,...]");
  return text;
}

std::string usage_line(const Operation& operation) {
  std::string line = "milepost ";
  line.append(operation.command).append(" [OPTIONS]");
  for (const Parameter& parameter : operation.parameters) {
    if (!parameter.positional) continue;
    line.append(parameter.required ? " " : " [").append(parameter.value_name).append(parameter.required ? "" : "]");
  }
  return line;
}

std::string program_help(OperationTable table, HelpLength length) {
  std::string out =
      "milepost reads milestone documents as they stand in a repository and shows the truth of the whole.\n";
  out += "\nUsage: milepost [OPTIONS] [COMMAND]\n";
  if (length == HelpLength::full) append_examples(out, kProgramExamples);
  append_commands(out, table);
  if (length == HelpLength::brief)
    return out + "\n`milepost --help` tells more, `milepost help COMMAND` explains a command.\n";
  append_parameters(out, "Options of every command", global_parameters());
  append_environment(out);
  append_exit_codes(out, kAllCodes);
  return out;
}

std::string command_help(const Operation& operation, HelpLength length) {
  std::string out = "milepost " + std::string(operation.command) + ": " + std::string(operation.summary) + "\n";
  out.append("\nUsage: ").append(usage_line(operation)).append("\n");
  const bool full = length == HelpLength::full;
  if (full) {
    append_examples(out, operation.examples);
    out.append("\n").append(operation.description).append("\n");
  }
  std::vector<Parameter> words;
  std::vector<Parameter> options;
  for (const Parameter& parameter : operation.parameters) (parameter.positional ? words : options).push_back(parameter);
  append_parameters(out, "Words", words);
  append_parameters(out, "Options", options);
  if (!full)
    return out + "\nOptions of every command, examples and exit codes: milepost help " +
           std::string(operation.command) + "\n";
  append_parameters(out, "Options of every command", global_parameters());
  append_exit_codes(out, operation.exit_codes);
  return out;
}

Result<const Operation*> find_help_operation(OperationTable table, const Arguments& arguments) {
  const std::string name = joined(arguments.all("command"), " ");
  if (name.empty()) return nullptr;
  const Operation* operation = find_operation(table, name);
  if (operation != nullptr) return operation;
  auto failure = fail(ErrorKind::usage, "no command is called '" + name + "'");
  const auto known = visible_commands(table);
  for (const auto& near : nearest(name, known, 3)) failure.error().hints.push_back("did you mean '" + near + "'?");
  return failure;
}

Result<JsonText> invoke_help(Session& session, const Arguments& arguments) {
  auto operation = find_help_operation(session.operations(), arguments);
  if (!operation) return std::unexpected(std::move(operation).error());
  Envelope envelope(kHelpOperation.name, "");
  JsonWriter& json = envelope.data();
  json.begin_object().key("command");
  if (*operation == nullptr) {
    json.null().field("text", program_help(session.operations(), HelpLength::full));
  } else {
    json.string((*operation)->command).field("text", command_help(**operation, HelpLength::full));
  }
  json.end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
