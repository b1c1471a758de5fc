// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{RuleOption{.name = "tolerance",
                                         .type = OptionType::integer,
                                         .number = 5,
                                         .summary = "points by which the figures may differ"}};

void check(const ItemContext& context, FindingSink& sink) {
  const auto& [boxes, tasks, stated, computed] = context.item.progress;
  // The figure of an overview speaks of all that it lists, its own boxes do not.
  const bool is_of_more = context.item.kind == ItemKind::overview && boxes.total + tasks.total > 0;
  if (!stated || !computed || is_of_more) return;
  if (std::abs(*stated - *computed) <= static_cast<double>(context.options.integer("tolerance"))) return;
  sink.report(Spot{context.key, {}, context.item.line},
              "says " + percent_words(*stated) + ", yet " + percent_words(*computed) + " is done",
              "bring the figure up to date, or leave it out: it is computed");
}

// The figure itself, where it is that of the whole document.
void refine(const DocumentContext& context, Finding& finding) {
  const auto fields = context.reading.fields().of(Role::progress);
  if (finding.line <= 1 && !fields.empty()) finding.range = fields.front().value;
}

}  // namespace

constinit const Rule kStatedPercent{.about = {.id = "MP304",
                                              .slug = "stated-percent",
                                              .since = "0.1.0",
                                              .group = RuleGroup::truth,
                                              .severity = Severity::warning,
                                              .summary = "a percentage that boxes and tasks do not bear out",
                                              .options = kOptions},
                                    .check_item = check,
                                    .refine = refine};

}  // namespace milepost
