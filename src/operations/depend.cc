// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/depend.h"

#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kOthers{.name = "on",
                            .kind = ParameterKind::text,
                            .value_name = "OTHER",
                            .summary = "what must be done before",
                            .values = Values::ids,
                            .positional = true,
                            .required = true,
                            .many = true};
constexpr Parameter kExternal{.name = "external",
                              .kind = ParameterKind::flag,
                              .summary = "OTHER is not a milestone of this workspace; write it as it is"};
constexpr auto kAddParameters = with_change_parameters(std::array{kItemParameter, kOthers, kExternal});
constexpr auto kRemoveParameters = with_change_parameters(std::array{kItemParameter, kOthers});
constexpr std::array kAddExamples{Example{"milepost depend add M5 M3 M4", "M5 begins when both are done"}};
constexpr std::array kRemoveExamples{Example{"milepost depend remove M5 M4", "M5 no longer waits for M4"}};

// Whether `from` needs `wanted`, directly or through others.
bool needs(const Corpus& corpus, ItemKey from, ItemKey wanted) {
  std::vector<ItemKey> waiting{from};
  std::vector<ItemKey> met;
  while (!waiting.empty()) {
    const ItemKey key = waiting.back();
    waiting.pop_back();
    if (key == wanted) return true;
    if (std::ranges::find(met, key) != met.end()) continue;
    met.push_back(key);
    const auto& more = corpus.links(key).depends_on;
    waiting.insert(waiting.end(), more.begin(), more.end());
  }
  return false;
}

// The id to write for a name that was typed.
Result<std::string> name_to_write(const Corpus& corpus, const ChosenItem& chosen, const std::string& typed) {
  auto other = corpus.find(typed);
  if (!other) {
    if (other.error().kind == ErrorKind::not_found) other.error().hints.emplace_back("--external writes it as it is");
    return std::unexpected(std::move(other).error());
  }
  if (*other == chosen.key) return fail(ErrorKind::usage, "a milestone can not depend on itself");
  if (needs(corpus, *other, chosen.key)) {
    return fail(ErrorKind::refused,
                corpus.name_of(*other) + " itself needs " + corpus.name_of(chosen.key) + "; neither could ever begin");
  }
  return corpus.name_of(*other);
}

}  // namespace

constinit const Operation kDependAddOperation{.name = "depend_add",
                                              .command = "depend add",
                                              .group = "Editing",
                                              .summary = "add prerequisites",
                                              .description =
                                                  "Adds prerequisites to a milestone, wherever it states them. A "
                                                  "prerequisite must exist, and must not wait for the\n"
                                                  "milestone itself.",
                                              .parameters = kAddParameters,
                                              .examples = kAddExamples,
                                              .exit_codes = kChangeExitCodes,
                                              .effect = Effect::writes,
                                              .data_schema = kChangeSchema,
                                              .invoke = invoke_change<kDependAddOperation, add_dependency>};

constinit const Operation kDependRemoveOperation{.name = "depend_remove",
                                                 .command = "depend remove",
                                                 .group = "Editing",
                                                 .summary = "take prerequisites away",
                                                 .description = "Takes prerequisites of a milestone away.",
                                                 .parameters = kRemoveParameters,
                                                 .examples = kRemoveExamples,
                                                 .exit_codes = kChangeExitCodes,
                                                 .effect = Effect::writes,
                                                 .data_schema = kChangeSchema,
                                                 .invoke = invoke_change<kDependRemoveOperation, remove_dependency>};

Result<ChangeAnswer> add_dependency(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kDependAddOperation,
                  [&](const ChosenItem& chosen) -> Result<std::vector<EditRequest>> {
                    std::vector<EditRequest> requests;
                    for (const std::string& typed : arguments.all("on")) {
                      if (arguments.has("external")) {
                        requests.emplace_back(ChangeList{"depends_on", ListChange::add, typed});
                        continue;
                      }
                      auto name = name_to_write((*session.scan())->corpus, chosen, typed);
                      if (!name) return std::unexpected(std::move(name).error());
                      requests.emplace_back(ChangeList{"depends_on", ListChange::add, std::move(*name)});
                    }
                    return requests;
                  });
}

Result<ChangeAnswer> remove_dependency(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kDependRemoveOperation,
                  [&](const ChosenItem& chosen) -> Result<std::vector<EditRequest>> {
                    const Corpus& corpus = (*session.scan())->corpus;
                    std::vector<EditRequest> requests;
                    for (const std::string& typed : arguments.all("on")) {
                      const auto other = corpus.find(typed);
                      // As the document writes it, if it states it under another spelling of the same item.
                      std::string entry = typed;
                      for (const Reference& stated : chosen.stated().depends_on) {
                        const auto meant = corpus.find(stated.text);
                        if (other && meant && *meant == *other) entry = stated.text;
                      }
                      requests.emplace_back(ChangeList{"depends_on", ListChange::remove, std::move(entry)});
                    }
                    return requests;
                  });
}

}  // namespace milepost
