// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/complete_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/base/ascii.h"
#include "core/rules/catalog.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/global_parameters.h"
#include "operations/item_columns.h"
#include "operations/natural_order.h"
#include "operations/session.h"

namespace milepost {
namespace {

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

bool takes_value(const Parameter& parameter) {
  return parameter.kind != ParameterKind::flag && parameter.kind != ParameterKind::optional_choice &&
         parameter.kind != ParameterKind::optional_text;
}

// What the words before the cursor say.
struct Context {
  OperationTable table;
  const Operation* operation = nullptr;
  const Parameter* pending = nullptr;  // an option that waits for its value
  std::string command{};               // command words so far
  std::size_t positionals = 0;
};

const Parameter* find_option(const Operation* operation, std::string_view word) {
  const auto matches = [word](const Parameter& parameter) {
    if (parameter.positional) return false;
    const bool by_letter = word.size() == 2 && parameter.letter != 0 && word[1] == parameter.letter;
    return by_letter || (word.starts_with("--") && word.substr(2) == parameter.name);
  };
  if (operation != nullptr) {
    const auto own = std::ranges::find_if(operation->parameters, matches);
    if (own != operation->parameters.end()) return &*own;
  }
  const auto globals = global_parameters();
  const auto global = std::ranges::find_if(globals, matches);
  return global == globals.end() ? nullptr : &*global;
}

void take_word(Context& context, const std::string& word) {
  if (context.pending != nullptr) {
    context.pending = nullptr;
    return;
  }
  if (word.size() > 1 && word.front() == '-') {
    const Parameter* option = find_option(context.operation, word);
    if (option != nullptr && takes_value(*option)) context.pending = option;
    return;
  }
  if (context.operation != nullptr) {
    ++context.positionals;
    return;
  }
  context.command.append(context.command.empty() ? "" : " ").append(word);
  context.operation = find_operation(context.table, context.command);
}

Context read_context(OperationTable table, std::span<const std::string> words) {
  Context context;
  context.table = table;
  for (const std::string& word : words.first(words.size() - 1)) take_word(context, word);
  return context;
}

class Collector {
 public:
  Collector(Session& session, std::string prefix) : session_(&session), prefix_(std::move(prefix)) {}

  void add(std::string value, std::string description) {
    if (begins_with(value, prefix_)) found_.push_back({std::move(value), std::move(description)});
  }
  void add_always(std::string value) { found_.push_back({std::move(value), ""}); }

  void add_commands(const std::string& before) {
    std::set<std::string> seen;
    for (const Operation* operation : session_->operations()) {
      std::string_view command = operation->command;
      const bool fits =
          before.empty() || (command.starts_with(before) && command.substr(before.size()).starts_with(' '));
      if (operation->hidden || !fits) continue;
      if (!before.empty()) command.remove_prefix(before.size() + 1);
      const std::string word(command.substr(0, command.find(' ')));
      if (seen.insert(word).second) add(word, std::string(operation->summary));
    }
  }

  void add_options(const Operation* operation) {
    const auto each = [this](std::span<const Parameter> parameters) {
      for (const Parameter& parameter : parameters) {
        if (!parameter.positional) add("--" + std::string(parameter.name), std::string(parameter.summary));
      }
    };
    if (operation != nullptr) each(operation->parameters);
    each(global_parameters());
  }

  void add_rules() {
    for (const Rule* rule : rules()) add(std::string(rule->about.id), std::string(rule->about.summary));
    for (const Rule* rule : rules()) add(std::string(rule->about.slug), std::string(rule->about.summary));
  }

  void add_values(const Parameter& parameter) {
    switch (parameter.values) {
      case Values::choices:
        return add_choices(parameter);
      case Values::dialects:
        return add_dialects();
      case Values::ids:
        return add_ids();
      case Values::owners:
        return add_column("owner");
      case Values::tags:
        return add_tags();
      case Values::operations:
        return add_commands("");
      case Values::directories:
        return add_always(":directories");
      case Values::files:
        return add_always(":files");
      case Values::rules:
        return add_rules();
      case Values::sections:
      case Values::none:
        return;
    }
  }

  std::vector<Candidate> take() && { return std::move(found_); }

 private:
  // A list completes its last part; what stands before it is kept.
  void add_choices(const Parameter& parameter) {
    std::string head;
    if (parameter.kind == ParameterKind::list) {
      const std::size_t comma = prefix_.rfind(',');
      if (comma != std::string::npos) head = prefix_.substr(0, comma + 1);
    }
    for (const std::string_view choice : parameter.choices) {
      const ItemColumn* column = parameter.choices.size() == item_columns().size() ? find_item_column(choice) : nullptr;
      add(head + std::string(choice), column != nullptr ? std::string(column->summary) : "");
    }
  }

  void add_dialects() {
    const auto workspace = session_->workspace();
    if (!workspace) return;
    for (const DialectInfo& info : (*workspace)->dialects().infos()) add(info.name, info.summary);
  }

  void add_ids() {
    const auto scan = session_->scan();
    if (!scan) return;
    const Corpus& corpus = (*scan)->corpus;
    for (const ItemKey key : corpus.all_items()) {
      const Item& item = corpus.item(key);
      if (item.id) add(item.id->value, item.title ? item.title->value : corpus.document_of(key).path);
    }
    if (found_.empty()) add_always(":files");
  }

  void add_counted(const std::map<std::string, std::size_t>& counts) {
    for (const auto& [value, count] : counts) add(value, std::to_string(count) + (count == 1 ? " item" : " items"));
  }

  void add_column(std::string_view name) {
    const auto scan = session_->scan();
    if (!scan) return;
    std::map<std::string, std::size_t> counts;
    for (const ItemKey key : (*scan)->corpus.all_items()) {
      std::string value = find_item_column(name)->text((*scan)->corpus, key);
      if (!value.empty()) ++counts[std::move(value)];
    }
    add_counted(counts);
  }

  void add_tags() {
    const auto scan = session_->scan();
    if (!scan) return;
    std::map<std::string, std::size_t> counts;
    for (const ItemKey key : (*scan)->corpus.all_items()) {
      for (const auto& tag : (*scan)->corpus.item(key).tags) ++counts[tag.value];
    }
    add_counted(counts);
  }

  Session* session_;
  std::string prefix_;
  std::vector<Candidate> found_;
};

const Parameter* positional_at(const Operation& operation, std::size_t index) {
  const Parameter* last = nullptr;
  for (const Parameter& parameter : operation.parameters) {
    if (!parameter.positional) continue;
    last = &parameter;
    if (index-- == 0) break;
  }
  return last;
}

constexpr std::array kParameters{Parameter{.name = "words",
                                           .kind = ParameterKind::text,
                                           .value_name = "WORDS",
                                           .summary = "the command line so far",
                                           .positional = true,
                                           .many = true}};
constexpr std::array<int, 1> kExitCodes{0};
constexpr std::string_view kSchema = R"json({"type":"object","required":["candidates"],"properties":{
"candidates":{"type":"array","items":{"type":"object","required":["value","description"]}}}})json";

}  // namespace

constinit const Operation kCompleteWordsOperation{.name = "complete_words",
                                                  .command = "__complete",
                                                  .group = "The program itself",
                                                  .summary = "what could come next on a command line",
                                                  .description = "For the completion scripts.",
                                                  .parameters = kParameters,
                                                  .exit_codes = kExitCodes,
                                                  .faces = kFaceCli,
                                                  .hidden = true,
                                                  .data_schema = kSchema,
                                                  .invoke = invoke_complete_words};

std::vector<Candidate> complete_words(Session& session, std::span<const std::string> words) {
  const std::string empty;
  if (words.empty()) words = {&empty, 1};
  const Context context = read_context(session.operations(), words);
  const std::string& word = words.back();
  const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  const Parameter* assigned =
      equals == std::string::npos ? nullptr : find_option(context.operation, word.substr(0, equals));
  if (assigned != nullptr) {
    Collector values(session, word.substr(equals + 1));
    values.add_values(*assigned);
    auto found = std::move(values).take();
    for (Candidate& candidate : found) candidate.value.insert(0, word.substr(0, equals + 1));
    return found;
  }
  Collector collector(session, word);
  if (context.pending != nullptr) {
    collector.add_values(*context.pending);
  } else if (word.starts_with('-')) {
    collector.add_options(context.operation);
  } else if (context.operation == nullptr) {
    collector.add_commands(context.command);
  } else if (const Parameter* parameter = positional_at(*context.operation, context.positionals)) {
    collector.add_values(*parameter);
  }
  return std::move(collector).take();
}

Result<JsonText> invoke_complete_words(Session& session, const Arguments& arguments) {
  const auto words = arguments.all("words");
  Envelope envelope(kCompleteWordsOperation.name, "");
  envelope.data().begin_object().key("candidates").begin_array();
  for (const Candidate& candidate : complete_words(session, words)) {
    envelope.data().begin_object().field("value", candidate.value).field("description", candidate.description);
    envelope.data().end_object();
  }
  envelope.data().end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
