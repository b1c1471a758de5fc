// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "tolerance", .number = 2, .summary = "points by which the percentages may differ"}};

void compare(const DocumentContext& context, const Figure& typed, double computed, const std::string& what,
             FindingSink& sink) {
  if (std::abs(typed.number - computed) <= static_cast<double>(context.options.integer("tolerance"))) return;
  const std::string figure = figure_text(std::round(computed));
  Finding& found =
      sink.report(typed.digits, what + " is " + percent_words(computed) + ", not " + percent_words(typed.number),
                  "bring it up to date");
  found.fixes.push_back(fix_here(context, "take " + figure + " %", FixSafety::unsafe, {{typed.digits, figure}}));
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (!mentions(context.bytes(), {"Capacity Utili", "Buffer", "capacity utili"})) return;
  const LabelLines labels(context);
  const auto effort = labels.figure({"total effort"});
  const auto capacity = labels.figure({"team capacity", "capacity", "total capacity"});
  const auto used = labels.figure({"capacity utilization", "capacity utilisation", "utilization", "utilisation"});
  const auto buffer = labels.figure({"buffer"});
  const bool is_comparable = effort && capacity && capacity->number > 0 && effort->unit == capacity->unit;
  if (!used || used->unit != "%") return;
  double percent = used->number;
  if (is_comparable) {
    percent = effort->number / capacity->number * 100;
    compare(context, *used, percent,
            "effort " + figure_text(effort->number) + " of capacity " + figure_text(capacity->number), sink);
  }
  if (buffer && buffer->unit == "%" && percent <= 100)
    compare(context, *buffer, 100 - percent, "what a utilisation of " + percent_words(percent) + " leaves", sink);
}

}  // namespace

constinit const Rule kCapacityDiffers{.about = {.id = "MP317",
                                                .slug = "capacity-differs",
                                                .since = "0.1.0",
                                                .group = RuleGroup::truth,
                                                .severity = Severity::warning,
                                                .stage = RuleStage::preview,
                                                .fix = FixOffer::unsafe,
                                                .summary = "utilisation or buffer that effort and capacity do not give",
                                                .options = kOptions},
                                      .check_document = check};

}  // namespace milepost
