// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/document/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// One title inside the other is the same thing, called a little differently.
bool are_alike(std::string_view a, std::string_view b) {
  std::string x, y;
  fold_words(a, x);
  fold_words(b, y);
  return x.empty() || y.empty() || x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

// The same id in another folder is another one, as for two documents of one branch.
bool is_taken(const Corpus& corpus, ItemKey key, const BranchDocument& there) {
  const Item& item = corpus.item(key);
  return key.item == 0 && item.title && item.kind == there.kind &&
         folder_of(corpus.document_of(key).path) == folder_of(there.path) && !are_alike(item.title->value, there.title);
}

void check(const CorpusContext& context, FindingSink& sink) {
  if (context.facts.history == nullptr) return;
  const Corpus& corpus = context.facts.corpus;
  for (const BranchDocument& there : context.facts.history->elsewhere) {
    const auto bearers = context.table.with_id(fold_identifier(there.id));
    const auto here = std::ranges::find_if(bearers, [&](ItemKey key) { return is_taken(corpus, key, there); });
    if (here == bearers.end()) continue;
    const Item& item = corpus.item(*here);
    sink.report(Spot{*here, item.id->where, item.line},
                "the id " + item.id->value + " is also given on the branch " + there.branch + ", to \"" + there.title +
                    "\" (" + there.path + ")",
                "give one of them another id before the branches meet");
  }
}

}  // namespace

constinit const Rule kIdOnAnotherBranch{.about = {.id = "MP504",
                                                  .slug = "id-on-another-branch",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::git,
                                                  .severity = Severity::warning,
                                                  .stage = RuleStage::preview,
                                                  .summary = "another branch gives the same id to something else"},
                                        .check_corpus = check};

}  // namespace milepost
