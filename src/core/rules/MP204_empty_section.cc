// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// "### Criteria" followed by "### Speed" is a section whose parts have the wrong level, and not empty to any reader.
bool seems_to_hold(const Heading& heading, const Heading& next) {
  return next.level == heading.level && (next.rule == 0 || heading.rule == 0 || next.rule == heading.rule);
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Scan scan = context.reading.scan();
  const auto& headings = scan.outline.headings;
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    const bool is_empty = heading.block_end == heading.block + 1;
    const bool says_it_all = context.text(heading.text).find(':') != std::string_view::npos;  // "## Status: done"
    if (!is_empty || says_it_all || heading.level == 1 || i == scan.outline.title) continue;
    if (i + 1 < headings.size() && seems_to_hold(heading, headings[i + 1])) continue;
    sink.report(heading.text, "nothing stands below this heading", "write the section, or remove the heading");
  }
}

}  // namespace

constinit const Rule kEmptySection{.about = {.id = "MP204",
                                             .slug = "empty-section",
                                             .since = "0.1.0",
                                             .group = RuleGroup::leftovers,
                                             .severity = Severity::info,
                                             .summary = "a heading with nothing below it"},
                                   .check_document = check};

}  // namespace milepost
