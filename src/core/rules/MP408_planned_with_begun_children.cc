// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  if (!context.is(StatusCategory::planned)) return;
  const Corpus& corpus = context.facts.corpus;
  const auto& children = context.links().children;
  const auto has_begun = [&](ItemKey child) {
    const auto& status = corpus.item(child).status;
    return status &&
           (status->value.category == StatusCategory::done || status->value.category == StatusCategory::active);
  };
  const auto begun = std::ranges::count_if(children, has_begun);
  const auto size = static_cast<std::ptrdiff_t>(children.size());
  const bool is_all_over = begun == size && size >= 2;  // children-done-but-open may say so
  if (begun == 0 ||
      (is_all_over && std::ranges::none_of(children, [&](ItemKey child) { return is_open(corpus.item(child)); })))
    return;
  const ItemKey first = *std::ranges::find_if(children, has_begun);
  sink.report(spot_of(context, *context.item.status),
              "says planned, yet " + std::to_string(begun) + " of " + std::to_string(size) +
                  " below it have begun, first of all " + corpus.name_of(first) + " (" +
                  to_string(corpus.item(first).status->value.category) + ")",
              "set the status to what the parts say");
}

}  // namespace

constinit const Rule kPlannedWithBegunChildren{
    .about = {.id = "MP408",
              .slug = "planned-with-begun-children",
              .since = "0.1.0",
              .group = RuleGroup::between,
              .severity = Severity::warning,
              .summary = "a planned plan or milestone of which parts are under way"},
    .check_item = check};

}  // namespace milepost
