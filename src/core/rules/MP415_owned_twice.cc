// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>
#include <unordered_map>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// An overview lists what plans own; only plans and epics own.
bool owns(const Item& item) { return item.kind == ItemKind::plan || item.kind == ItemKind::epic; }

bool is_work(const Item& item) { return item.kind == ItemKind::milestone || item.kind == ItemKind::sprint; }

bool are_one_line(const Corpus& corpus, ItemKey a, ItemKey b) {
  return a == b || corpus.links(a).parent == b || corpus.links(b).parent == a;
}

// Only rows that link: an id in two plans is usually two milestones of one name.
void check(const CorpusContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  std::unordered_map<std::uint32_t, ItemKey> owner;  // by document
  for (const ItemKey key : corpus.all_items()) {
    const Item& plan = corpus.item(key);
    if (!owns(plan)) continue;
    for (const Reference& row : plan.children) {
      const auto document = row.path.empty() ? std::nullopt : context.table.document_at(row.path);
      if (!document || *document == key.document || corpus.documents()[*document].items.empty()) continue;
      if (!is_work(corpus.item({*document, 0}))) continue;
      const auto [known, is_new] = owner.emplace(*document, key);
      if (is_new || are_one_line(corpus, known->second, key)) continue;
      sink.report(
          Spot{key, row.where, row.line},
          corpus.name_of({*document, 0}) + " is here, and also in the plan " + corpus.document_of(known->second).path,
          "keep it in one of them, and let the other depend on it");
    }
  }
}

}  // namespace

constinit const Rule kOwnedTwice{.about = {.id = "MP415",
                                           .slug = "owned-twice",
                                           .since = "0.1.0",
                                           .group = RuleGroup::between,
                                           .severity = Severity::warning,
                                           .stage = RuleStage::preview,
                                           .summary = "two plans list the same milestone as theirs"},
                                 .check_corpus = check};

}  // namespace milepost
