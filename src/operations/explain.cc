// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/explain.h"

#include <array>
#include <utility>

#include "core/base/suggest.h"
#include "core/rules/catalog.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/rule_list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{Parameter{.name = "rule",
                                           .kind = ParameterKind::text,
                                           .value_name = "RULE",
                                           .summary = "the id or the name of a rule",
                                           .values = Values::rules,
                                           .positional = true,
                                           .required = true}};
constexpr std::array kExamples{Example{"milepost explain MP301", "what MP301 finds, and why"},
                               Example{"milepost explain done-but-open", "the same by its name"}};
constexpr std::array<int, 2> kExitCodes{0, 2};
constexpr std::string_view kSchema = R"json({"type":"object","required":["rule","page"],"properties":{
"rule":{"type":"object"},"page":{"type":"string","description":"Markdown"}}})json";

}  // namespace

constinit const Operation kExplainOperation{
    .name = "explain",
    .command = "explain",
    .group = "Check",
    .summary = "explain a rule: what it finds, why, and how to mend it",
    .description = "Prints the page of a rule with examples of documents that break and keep it, and its options.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_explain};

Result<ExplainAnswer> explain(const Arguments& arguments) {
  if (auto good = check_arguments(kExplainOperation, arguments); !good) return std::unexpected(good.error());
  const std::string_view word = arguments.text("rule");
  if (const Rule* rule = find_rule(word)) return ExplainAnswer{rule, page_of(*rule)};
  auto failure = fail(ErrorKind::usage, "There is no rule '" + std::string(word) + "'.");
  for (const std::string& near : nearest(word, rule_words(), 3)) {
    if (find_rule(near) != nullptr) failure.error().hints.push_back("did you mean '" + near + "'?");
  }
  failure.error().hints.emplace_back("`milepost rule list` shows them all");
  return failure;
}

Result<JsonText> invoke_explain(Session& session, const Arguments& arguments) {
  auto answer = explain(arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kExplainOperation.name, session.root());
  envelope.data().begin_object().key("rule");
  write_rule(envelope.data(), *answer->rule);
  envelope.data().field("page", answer->page).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
