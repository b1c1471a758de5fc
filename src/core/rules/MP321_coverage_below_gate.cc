// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// The only percentage of a text; nothing when there are several, which may be before and after.
std::optional<double> only_percent(std::string_view text) {
  const std::size_t sign = text.find('%');
  if (sign == std::string_view::npos || text.find('%', sign + 1) != std::string_view::npos) return std::nullopt;
  std::size_t end = sign;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && ((text[begin - 1] >= '0' && text[begin - 1] <= '9') || text[begin - 1] == '.')) --begin;
  double percent = 0;
  const auto [last, error] = std::from_chars(text.data() + begin, text.data() + end, percent);
  if (error != std::errc() || last != text.data() + end || percent > 100) return std::nullopt;
  return percent;
}

bool asks(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords{"minimum", "min ",     ">=",     "at least", "target",
                                                    "≥",       "required", "(min.)", "maintain", ">"};
  return std::ranges::any_of(kWords, [text](std::string_view word) { return contains_ignoring_case(text, word); });
}

bool is_hedged(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords{"baseline", "before", "from ", "previous", "was ", "core"};
  return std::ranges::any_of(kWords, [text](std::string_view word) { return contains_ignoring_case(text, word); });
}

bool is_about_coverage(std::string_view label) {
  constexpr std::array<std::string_view, 6> kNames{"test coverage",      "coverage",      "code coverage",
                                                   "unit test coverage", "line coverage", "coverage target"};
  return std::ranges::any_of(kNames, [label](std::string_view name) { return equals_ignoring_case(label, name); });
}

struct Percent {
  double value;
  ByteRange where;
};

// Gate and result are label lines: "**Coverage Target**: 90%+" and "**Test Coverage**: 85%". Two of either are no gate.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_done = item.status && item.status->value.category == StatusCategory::done;
  if (!is_done || !mentions(context.bytes(), {"Coverage"})) return;
  std::vector<Percent> gates, results;
  const LabelLines labels(context);
  for (const PlacedLabel& label : labels.all()) {
    const std::string_view name = context.text(label.label);
    const std::string_view text = context.text(label.value);
    if (!is_about_coverage(name) || is_hedged(text)) continue;
    const auto percent = only_percent(text);
    if (!percent) continue;
    (contains_ignoring_case(name, "target") || asks(text) ? gates : results).push_back({*percent, label.value});
  }
  if (gates.size() != 1 || results.size() != 1 || results.front().value >= gates.front().value) return;
  sink.report(results.front().where,
              "is done with a coverage of " + figure_text(results.front().value) + " %" + ", yet asks for " +
                  figure_text(gates.front().value) + " %",
              "say that the gate was given up, or reach it");
}

}  // namespace

constinit const Rule kCoverageBelowGate{.about = {.id = "MP321",
                                                  .slug = "coverage-below-gate",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::truth,
                                                  .severity = Severity::warning,
                                                  .stage = RuleStage::preview,
                                                  .summary = "done, with less coverage than its own quality gate asks"},
                                        .check_document = check};

}  // namespace milepost
