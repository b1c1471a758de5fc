// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/deleted_dependency.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const CorpusContext& context, FindingSink& sink) {
  const DeletedDependencies deleted(context);
  if (deleted.empty()) return;
  const Corpus& corpus = context.facts.corpus;
  for (const ItemKey key : corpus.all_items()) {
    for (const Reference& reference : corpus.item(key).depends_on) {
      const DeletedDocument* gone = deleted.find(key, reference);
      if (gone == nullptr) continue;
      sink.report(
          Spot{key, reference.where, reference.line},
          "depends on " + reference.text + ", which was deleted on " + to_string(gone->day) + " (" + gone->path + ")",
          "bring it back, or remove the dependency");
    }
  }
}

}  // namespace

constinit const Rule kDependencyDeleted{.about = {.id = "MP505",
                                                  .slug = "dependency-deleted",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::git,
                                                  .severity = Severity::warning,
                                                  .stage = RuleStage::preview,
                                                  .summary = "a document was deleted while others depend on it"},
                                        .check_corpus = check};

}  // namespace milepost
