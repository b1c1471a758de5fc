// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "tolerance", .number = 3, .summary = "days by which the figures may differ"}};

// The figure was right or wrong on the day that the document was last brought up to date. Working days are fewer than
// those of the calendar, so a figure between the two is taken for the former.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  if (!item.target || !is_open(item) || !mentions(context.bytes(), {"Days Remaining", "Days remaining", "Days left"}))
    return;
  const LabelLines labels(context);
  const auto typed = labels.figure({"days remaining", "days left", "remaining days"});
  if (!typed) return;
  const Date day = item.updated ? item.updated->value : context.facts.today;
  const int computed = days_between(day, item.target->value);
  const auto tolerance = static_cast<double>(context.options.integer("tolerance"));
  const double working = computed * 5.0 / 7.0;
  const bool is_right = typed->number >= working - tolerance && typed->number <= computed + tolerance;
  if (computed < 0 || is_right) return;
  Finding& found = sink.report(typed->digits,
                               "says " + figure_text(typed->number) + " days remain, yet from " + to_string(day) +
                                   " to the target " + to_string(item.target->value) + " it is " +
                                   count_words(static_cast<std::size_t>(computed), "day", "days"),
                               "leave it out: it is computed");
  found.fixes.push_back(fix_here(context, "take " + std::to_string(computed), FixSafety::unsafe,
                                 {{typed->digits, std::to_string(computed)}}));
}

}  // namespace

constinit const Rule kDaysRemainingDiffer{.about = {.id = "MP319",
                                                    .slug = "days-remaining-differ",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::truth,
                                                    .severity = Severity::warning,
                                                    .stage = RuleStage::preview,
                                                    .fix = FixOffer::unsafe,
                                                    .summary = "the days that are said to remain are not those that do",
                                                    .options = kOptions},
                                          .check_document = check};

}  // namespace milepost
