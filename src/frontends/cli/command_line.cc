// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/suggest.h"
#include "frontends/cli/compatible_text.h"
#include "operations/dashboard.h"
#include "operations/global_parameters.h"
#include "operations/table.h"

namespace milepost {
namespace {

constexpr std::string_view kHiddenComplete = "__complete";

// CLI11 takes a word such as "[a,b]" for a list and strips its brackets. A mark in front of it prevents that; words
// that begin with the mark themselves get a second one.
constexpr char kProtection = '\x1f';

std::string protect(std::string word) {
  const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  const std::size_t begin = equals == std::string::npos ? 0 : equals + 1;
  const bool is_in_danger = begin < word.size() && (word[begin] == '[' || word[begin] == kProtection);
  if (is_in_danger) word.insert(begin, 1, kProtection);
  return word;
}

std::string unprotect(std::string word) {
  if (!word.empty() && word.front() == kProtection) word.erase(0, 1);
  return word;
}

// An option of the parser beside the parameter that it stands for.
struct Binding {
  const Parameter* parameter;
  CLI::Option* option;
};

struct Command {
  const Operation* operation = nullptr;  // nullptr: a group such as "dialect"
  CLI::App* app = nullptr;
  std::vector<Binding> bindings;
};

std::string spelling(const Parameter& parameter) {
  if (parameter.positional) return std::string(parameter.name);
  const std::string name = "--" + std::string(parameter.name);
  return parameter.letter == 0 ? name : std::string("-") + parameter.letter + "," + name;
}

Binding bind(CLI::App& app, const Parameter& parameter) {
  const bool is_flag = parameter.kind == ParameterKind::flag || parameter.kind == ParameterKind::optional_choice ||
                       parameter.kind == ParameterKind::optional_text;
  if (is_flag) return {&parameter, app.add_flag(spelling(parameter))};
  const auto ignore = [](const std::vector<std::string>&) { return true; };
  CLI::Option* option = app.add_option(spelling(parameter), ignore);
  option->type_size(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  // One value per mention, as often as one likes; only positional words that take many go on.
  if (parameter.positional && parameter.many) {
    option->expected(-1);
  } else {
    option->expected(1)->allow_extra_args(false);
  }
  return {&parameter, option};
}

// The tree of commands. -h and --help are flags of our own: help comes from the table.
class Parser {
 public:
  Parser() {
    root_.set_help_flag("");
    root_.allow_extras();
    root_.require_subcommand(0, 1);  // a word behind a command is never another command: `milepost help list`
    for (const Parameter& parameter : global_parameters()) {
      if (parameter.name == "help") {
        brief_help_ = root_.add_flag("-h");
        full_help_ = root_.add_flag("--help");
      } else {
        globals_.push_back(bind(root_, parameter));
      }
    }
    for (const Operation* operation : operations()) add(*operation);
  }

  Result<CommandLine> parse(std::span<const std::string> words);

 private:
  void add(const Operation& operation) {
    CLI::App* app = &root_;
    std::string path;
    std::string_view rest = operation.command;
    while (!rest.empty()) {
      const std::string word(rest.substr(0, rest.find(' ')));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      path.append(path.empty() ? "" : " ").append(word);
      Command& command = commands_[path];
      if (command.app == nullptr) {
        command.app = app->add_subcommand(word);
        command.app->set_help_flag("");
        command.app->fallthrough()->allow_extras()->require_subcommand(0, 1);
      }
      app = command.app;
    }
    Command& command = commands_[path];
    command.operation = &operation;
    for (const Parameter& parameter : operation.parameters) command.bindings.push_back(bind(*app, parameter));
  }

  [[nodiscard]] std::pair<std::string, const Command*> chosen() const {
    std::string path;
    const Command* command = nullptr;
    const CLI::App* app = &root_;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().front();
      path.append(path.empty() ? "" : " ").append(app->get_name());
      command = &commands_.at(path);
    }
    return {path, command};
  }

  [[nodiscard]] Result<void> check_rest(const std::string& path, const Command* command) const;
  [[nodiscard]] std::unexpected<Error> refuse_option(const std::string& path, const std::string& word,
                                                     const Command* command) const;
  [[nodiscard]] std::unexpected<Error> refuse_command(const std::string& path, const std::string& word) const;

  CLI::App root_;
  std::vector<Binding> globals_;
  std::map<std::string, Command> commands_;
  CLI::Option* brief_help_ = nullptr;
  CLI::Option* full_help_ = nullptr;
};

// CLI11 gives "true" for a flag without a value, and takes "[a,b]" apart; what was protected from that is restored.
std::string value_of(const Parameter& parameter, std::string value) {
  const bool is_bare = value == "true";
  if (is_bare && parameter.kind == ParameterKind::optional_choice) return std::string(parameter.choices.front());
  if (is_bare && parameter.kind == ParameterKind::optional_text) return {};
  return unprotect(std::move(value));
}

void take(const std::vector<Binding>& bindings, Arguments& into) {
  for (const auto& [parameter, option] : bindings) {
    if (option->count() == 0) continue;
    if (parameter->kind == ParameterKind::flag) {
      into.set_flag(parameter->name);
      continue;
    }
    for (std::string value : option->results()) {
      into.add(parameter->name, value_of(*parameter, std::move(value)));
    }
  }
}

// The `execplan` commands have words of their own for what is wrong with the words.
std::string message_of(std::string_view path, const WordTrouble& trouble, std::string otherwise) {
  return path.starts_with("execplan") ? compatible_words(trouble) : std::move(otherwise);
}

std::unexpected<Error> Parser::refuse_option(const std::string& path, const std::string& word,
                                             const Command* command) const {
  const std::string name = word.substr(0, word.find('='));
  const std::string of(command != nullptr && command->operation != nullptr ? command->operation->command
                                                                           : std::string_view());
  auto failure = fail(ErrorKind::usage, message_of(path, {WordTrouble::Kind::unknown_option, name},
                                                   "unknown option '" + name + "'" + (of.empty() ? "" : " of " + of)));
  std::vector<std::string> known{"--help"};
  const auto add = [&known](const std::vector<Binding>& bindings) {
    for (const Binding& binding : bindings) {
      if (!binding.parameter->positional) known.push_back("--" + std::string(binding.parameter->name));
    }
  };
  add(globals_);
  if (command != nullptr) add(command->bindings);
  for (const auto& near : nearest(name, known, 2)) failure.error().hints.push_back("did you mean '" + near + "'?");
  if (failure.error().hints.empty() && command == nullptr) {
    failure.error().hints.emplace_back("options of a command stand behind its name: milepost list " + name);
  }
  return failure;
}

std::unexpected<Error> Parser::refuse_command(const std::string& path, const std::string& word) const {
  auto failure =
      fail(ErrorKind::usage, message_of(path, {WordTrouble::Kind::unknown_command, word},
                                        "unknown command '" + (path.empty() ? word : path + " " + word) + "'"));
  std::vector<std::string> known;
  const std::string head = path.empty() ? "" : path + " ";
  for (const auto& [name, command] : commands_) {
    const bool sibling = name.starts_with(head) && name.find(' ', head.size()) == std::string::npos;
    if (sibling && name != kHiddenComplete) known.push_back(name.substr(head.size()));
  }
  for (const auto& near : nearest(word, known, 2))
    failure.error().hints.push_back("did you mean '" + head + near + "'?");
  if (failure.error().hints.empty() && path.empty()) {
    failure.error().hints.push_back("`milepost show " + word +
                                    "` looks for an item of that name; `milepost -h` lists the commands");
  }
  return failure;
}

Result<void> Parser::check_rest(const std::string& path, const Command* command) const {
  std::vector<std::string> rest = root_.remaining(true);
  for (std::string& word : rest) word = unprotect(std::move(word));
  const auto option =
      std::find_if(rest.begin(), rest.end(), [](const auto& w) { return w.size() > 1 && w[0] == '-' && w != "--"; });
  if (option != rest.end()) return refuse_option(path, *option, command);
  const bool is_group = command != nullptr && command->operation == nullptr;
  const auto word = std::find_if(rest.begin(), rest.end(), [](const auto& w) { return w != "--"; });
  if (word != rest.end() && (command == nullptr || is_group)) return refuse_command(path, *word);
  if (word != rest.end())
    return fail(ErrorKind::usage, message_of(path, {WordTrouble::Kind::extra_word, *word},
                                             "'" + *word + "' is one word too many for " + path));
  if (!is_group || brief_help_->count() + full_help_->count() != 0) return {};
  auto failure = fail(ErrorKind::usage,
                      message_of(path, {WordTrouble::Kind::no_command, {}}, "'" + path + "' needs to know what to do"));
  for (const auto& [name, sub] : commands_) {
    if (name.starts_with(path + " ")) failure.error().hints.push_back("milepost " + name);
  }
  return failure;
}

Result<CommandLine> Parser::parse(std::span<const std::string> words) {
  std::vector<std::string> reversed;
  for (const std::string& word : words) reversed.push_back(protect(word));
  std::ranges::reverse(reversed);
  try {
    root_.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    // "--status: 1 required TEXT missing": only the name is of use to people.
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find(':'));
    if (name.starts_with('-'))
      return fail(ErrorKind::usage, message_of(find_compatible_command(words), {WordTrouble::Kind::no_value, name},
                                               "the option " + name + " needs a value"));
    return fail(ErrorKind::usage, what);
  }
  const auto [path, command] = chosen();
  if (auto good = check_rest(path, command); !good) return std::unexpected(std::move(good).error());
  CommandLine line;
  line.operation = command == nullptr ? &kDashboardOperation : command->operation;
  line.brief_help = brief_help_->count() != 0;
  line.full_help = full_help_->count() != 0 || line.operation == nullptr;
  take(globals_, line.globals);
  if (command != nullptr) take(command->bindings, line.arguments);
  return line;
}

// Completion gets the words as they are: what looks like an option is data.
CommandLine complete_line(std::span<const std::string> words) {
  CommandLine line;
  line.operation = find_operation(operations(), kHiddenComplete);
  std::size_t at = 1;
  if (at < words.size() && words[at] == "--") ++at;
  for (; at < words.size(); ++at) {
    line.arguments.add("words", words[at]);
    const bool has_next = at + 1 < words.size();
    if (words[at] == "-C" && has_next) line.globals.add("directory", words[at + 1]);
  }
  return line;
}

}  // namespace

Result<CommandLine> parse_command_line(std::span<const std::string> words) {
  if (!words.empty() && words.front() == kHiddenComplete) return complete_line(words);
  return Parser().parse(words);
}

}  // namespace milepost
