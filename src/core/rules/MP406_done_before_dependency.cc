// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  if (!context.is(StatusCategory::done)) return;
  const Corpus& corpus = context.facts.corpus;
  for (const ItemKey other : context.links().depends_on) {
    const Item& needed = corpus.item(other);
    const bool says_open = needed.status && needed.status->value.category != StatusCategory::unknown && is_open(needed);
    if (!says_open || corpus.links(other).parent == context.key || context.links().parent == other) continue;
    sink.report(spot_of(context, *context.item.status),
                "says done, yet depends on " + corpus.name_of(other) + ", which is " +
                    to_string(needed.status->value.category) + " (" + corpus.document_of(other).path + ")",
                "bring one of them up to date, or remove the dependency");
  }
}

}  // namespace

constinit const Rule kDoneBeforeDependency{.about = {.id = "MP406",
                                                     .slug = "done-before-dependency",
                                                     .since = "0.1.0",
                                                     .group = RuleGroup::between,
                                                     .severity = Severity::warning,
                                                     .summary = "something is done although what it depends on is not"},
                                           .check_item = check};

}  // namespace milepost
