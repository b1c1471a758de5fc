// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// A child that states nothing is not known to be open.
bool says_open(const Item& item) {
  return item.status && item.status->value.category != StatusCategory::unknown && is_open(item);
}

void check(const ItemContext& context, FindingSink& sink) {
  if (!context.is(StatusCategory::done)) return;
  const Corpus& corpus = context.facts.corpus;
  const auto& children = context.links().children;
  const auto is_child_open = [&](ItemKey child) { return says_open(corpus.item(child)); };
  const auto open = std::ranges::count_if(children, is_child_open);
  if (open == 0) return;
  const ItemKey first = *std::ranges::find_if(children, is_child_open);
  sink.report(spot_of(context, *context.item.status),
              "says done, yet " + std::to_string(open) + " of " + std::to_string(children.size()) +
                  " below it are open, first of all " + corpus.name_of(first) + " (" +
                  to_string(corpus.item(first).status->value.category) + ")",
              "close them, move them elsewhere, or take the status back");
}

}  // namespace

constinit const Rule kDoneWithOpenChildren{.about = {.id = "MP401",
                                                     .slug = "done-with-open-children",
                                                     .since = "0.1.0",
                                                     .group = RuleGroup::between,
                                                     .severity = Severity::warning,
                                                     .summary = "a done plan or milestone with open parts"},
                                           .check_item = check};

}  // namespace milepost
