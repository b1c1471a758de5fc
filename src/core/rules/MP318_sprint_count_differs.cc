// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cmath>
#include <set>
#include <string>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// The different numbers of headings "Sprint 1: ...". Sprints that are only named elsewhere are not counted.
std::size_t count_sprint_headings(const DocumentContext& context) {
  std::set<std::string> numbers;
  std::string buffer;
  for (const Heading& heading : context.reading.scan().outline.headings) {
    const std::string_view title = fold_heading(context.text(heading.text), buffer);
    if (!title.starts_with("sprint ")) continue;
    const std::string_view rest = title.substr(7);
    const std::size_t end = rest.find_first_not_of("0123456789");
    if (end != 0) numbers.emplace(rest.substr(0, end));
  }
  return numbers.size();
}

void report(const DocumentContext& context, const Figure& typed, double computed, const std::string& message,
            FindingSink& sink) {
  const std::string figure = figure_text(computed);
  Finding& found = sink.report(typed.digits, message, "bring the figure up to date");
  found.fixes.push_back(fix_here(context, "take " + figure, FixSafety::unsafe, {{typed.digits, figure}}));
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (!mentions(context.bytes(), {"Total Sprints", "Sprint Duration"})) return;
  const LabelLines labels(context);
  const auto total = labels.figure({"total sprints", "number of sprints"});
  const auto each = labels.figure({"sprint duration"});
  const auto duration = labels.figure({"total duration"});
  if (!total) return;
  const std::size_t headings = count_sprint_headings(context);
  // Not every sprint needs a heading of its own; one more than the total is a contradiction.
  const bool is_exceeded = headings > 1 && static_cast<double>(headings) > total->number;
  if (is_exceeded)
    report(context, *total, static_cast<double>(headings),
           "says " + figure_text(total->number) + " sprints, and has " + std::to_string(headings), sink);
  const bool is_comparable = !is_exceeded && each && duration && each->unit == duration->unit && !each->unit.empty();
  if (!is_comparable) return;
  const double product = total->number * each->number;
  if (std::abs(product - duration->number) < 0.05) return;
  report(context, *duration, product,
         figure_text(total->number) + " sprints of " + figure_text(each->number) + " are " + figure_text(product) +
             " " + each->unit + "s, not " + figure_text(duration->number),
         sink);
}

}  // namespace

constinit const Rule kSprintCountDiffers{.about = {.id = "MP318",
                                                   .slug = "sprint-count-differs",
                                                   .since = "0.1.0",
                                                   .group = RuleGroup::truth,
                                                   .severity = Severity::warning,
                                                   .stage = RuleStage::preview,
                                                   .fix = FixOffer::unsafe,
                                                   .summary = "number of sprints or their total duration is not right"},
                                         .check_document = check};

}  // namespace milepost
