// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::size_t kFewest = 2;  // one part says little about the whole

void check(const ItemContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  const auto& children = context.links().children;
  const bool is_ahead = context.is(StatusCategory::planned) || context.is(StatusCategory::active);
  if (!is_ahead || children.size() < kFewest) return;
  const auto is_over = [&](ItemKey child) {
    const auto& status = corpus.item(child).status;
    return status &&
           (status->value.category == StatusCategory::done || status->value.category == StatusCategory::cancelled);
  };
  const auto is_done = [&](ItemKey child) { return corpus.item(child).status->value.category == StatusCategory::done; };
  if (!std::ranges::all_of(children, is_over) || std::ranges::none_of(children, is_done)) return;
  const Progress& progress = context.item.progress;
  const bool has_own_work = progress.boxes.total + progress.tasks.total > 0 && progress.computed.value_or(100) < 100;
  if (has_own_work) return;
  sink.report(spot_of(context, *context.item.status),
              "says " + std::string(to_string(context.item.status->value.category)) + ", yet all " +
                  std::to_string(children.size()) + " below it are done",
              "close it, or write down what is still to be done");
}

}  // namespace

constinit const Rule kChildrenDoneButOpen{.about = {.id = "MP407",
                                                    .slug = "children-done-but-open",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::between,
                                                    .severity = Severity::warning,
                                                    .summary = "all parts are done, but the whole is not"},
                                          .check_item = check};

}  // namespace milepost
