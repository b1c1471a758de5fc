// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/compatible_text.h"

#include <algorithm>
#include <array>

#include "core/render/terminal_text.h"
#include "operations/table.h"

namespace milepost {
namespace {

constexpr std::string_view kOwnName = "milepost";
constexpr std::string_view kLinkName = "agentrules";

bool is_known(std::string_view path) {
  return std::ranges::any_of(operations(), [path](const Operation* operation) {
    const std::string_view command = operation->command;
    return command.starts_with(path) && (command.size() == path.size() || command[path.size()] == ' ');
  });
}

// "[OPTIONS] TITLE", of a group "[OPTIONS] COMMAND [ARGS]...".
std::string usage_of(std::string_view command) {
  const Operation* operation = nullptr;
  for (const Operation* candidate : operations())
    if (candidate->command == command) operation = candidate;
  if (operation == nullptr) return "[OPTIONS] COMMAND [ARGS]...";
  std::string usage = "[OPTIONS]";
  for (const Parameter& parameter : operation->parameters)
    if (parameter.positional) usage += " " + std::string(parameter.value_name);
  return usage;
}

bool begins_with_any(std::string_view text, std::span<const std::string_view> heads) {
  return std::ranges::any_of(heads, [text](std::string_view head) { return text.starts_with(head); });
}

// Messages that say by themselves what is wrong with the words.
bool is_bare(std::string_view message) {
  static constexpr std::array<std::string_view, 5> kHeads{"Missing argument", "Missing option", "Missing command",
                                                          "Invalid value for", "No such "};
  static constexpr std::array<std::string_view, 2> kOthers{"Got unexpected extra", "Option '"};
  return begins_with_any(message, kHeads) || begins_with_any(message, kOthers);
}

// What is answered as a plain line.
bool is_answer(std::string_view message, std::string_view command) {
  if (message.starts_with("Completion destination already exists")) return true;
  return command.starts_with("execplan-registry") && message.starts_with("ExecPlans directory not found");
}

}  // namespace

std::string find_compatible_command(std::span<const std::string> words) {
  std::string path;
  for (const std::string& word : words) {
    if (word.starts_with('-')) continue;
    if (path.empty() && word != "execplan" && word != "execplan-registry") return {};
    const std::string longer = path.empty() ? word : path + " " + word;
    if (!is_known(longer)) break;
    path = longer;
  }
  return path;
}

CompatibleError compatible_error(const Error& error, std::string_view program, std::string_view command) {
  const std::string message = to_clean_line(error.message);
  if (is_answer(message, command)) return {message + "\n", true};
  const std::string_view called = program == kLinkName ? kLinkName : kOwnName;
  const std::string name = std::string(called) + " " + std::string(command);
  std::string out = "Usage: " + name + " " + usage_of(command) + "\nTry '" + name + " --help' for help.\n";
  out += "╭─ Error ─\n│ " + std::string(is_bare(message) ? "" : "Invalid value: ") + message + "\n╰─\n";
  for (const std::string& hint : error.hints) {
    const bool is_command = hint.starts_with(std::string(kOwnName) + " ");
    out += "  " + to_clean_line(is_command ? std::string(called) + hint.substr(kOwnName.size()) : hint) + "\n";
  }
  return {std::move(out), false};
}

std::string compatible_words(const WordTrouble& trouble) {
  switch (trouble.kind) {
    case WordTrouble::Kind::unknown_option:
      return "No such option: " + trouble.word;
    case WordTrouble::Kind::unknown_command:
      return "No such command '" + trouble.word + "'.";
    case WordTrouble::Kind::extra_word:
      return "Got unexpected extra argument (" + trouble.word + ")";
    case WordTrouble::Kind::no_command:
      return "Missing command.";
    case WordTrouble::Kind::no_value:
      return "Option '" + trouble.word + "' requires an argument.";
  }
  return {};
}

}  // namespace milepost
