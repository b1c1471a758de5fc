// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// Ids must differ where people would mix them up: in one plan, or in one folder. The same id in two plans is usual.
std::string scope_of(const Corpus& corpus, ItemKey key) {
  const auto& parent = corpus.links(key).parent;
  const std::string kind = to_string(corpus.item(key).kind);
  if (parent) return kind + " of " + std::to_string(parent->document) + ":" + std::to_string(parent->item);
  return kind + " in " + std::string(folder_of(corpus.document_of(key).path));
}

// A heading may name the milestone that the document is about: "M1 evidence report", "M1 test plan".
bool is_about_another(const Item& item, std::string_view path) {
  constexpr std::array<std::string_view, 20> kCompanions{
      "report",    "test plan",  "test-plan", "tracking", "review", "increment", "evidence",
      "notes",     "corrective", "phase",     "log",      "retro",  "results",   "design",
      "checklist", "addendum",   "prd",       "specs",    "spec",   "readme"};
  const std::string_view name = file_name_of(path);
  return std::ranges::any_of(kCompanions, [&](std::string_view word) {
    return contains_ignoring_case(name, word) || (item.title && contains_ignoring_case(item.title->value, word));
  });
}

bool declares(const Item& item, std::string_view path) {
  if (!item.id || item.kind == ItemKind::overview) return false;
  const Carrier carrier = item.id->carrier;
  if (carrier == Carrier::front_matter || carrier == Carrier::label || carrier == Carrier::list) return true;
  return (carrier == Carrier::heading || carrier == Carrier::file_name) && !is_about_another(item, path);
}

void check(const CorpusContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  std::unordered_map<std::string, ItemKey> first;
  for (const ItemKey key : corpus.all_items()) {
    const Item& item = corpus.item(key);
    if (key.item != 0 || !declares(item, corpus.document_of(key).path)) continue;
    const std::string name = scope_of(corpus, key) + " " + fold_identifier(item.id->value);
    const auto [known, is_new] = first.emplace(name, key);
    if (is_new) continue;
    sink.report(Spot{key, item.id->where, item.id->where.empty() ? 1 : item.line},
                "the id " + item.id->value + " is taken already, by " + corpus.document_of(known->second).path,
                "give one of them another id, or remove the copy");
  }
}

}  // namespace

constinit const Rule kDuplicateId{.about = {.id = "MP403",
                                            .slug = "duplicate-id",
                                            .since = "0.1.0",
                                            .group = RuleGroup::between,
                                            .severity = Severity::error,
                                            .summary = "two documents in one place declare the same id"},
                                  .check_corpus = check};

}  // namespace milepost
