// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// Any of these words in a heading, a label or a column speaks of when it is done.
constexpr std::array<std::string_view, 15> kWords{"criteria", "criterion", "acceptance", "done",       "exit",
                                                  "verif",    "validat",   "metric",     "kriteri",    "checklist",
                                                  "gate",     "test",      "基準",       "conditions", "proof"};

bool speaks_of_end(std::string_view text) {
  return std::ranges::any_of(kWords, [text](std::string_view word) { return contains_ignoring_case(text, word); });
}

bool is_criteria(const SectionRule* rule) {
  return rule != nullptr && (rule->kind == "success_criteria" || rule->kind == "definition_of_done" ||
                             rule->kind == "quality" || rule->kind == "testing" || rule->kind == "metrics");
}

bool has_criteria(const DocumentContext& context) {
  const Scan scan = context.reading.scan();
  for (const Heading& heading : scan.outline.headings) {
    if (is_criteria(section_rule(context.reading.dialect(), heading))) return true;
    if (speaks_of_end(context.text(heading.text))) return true;
  }
  const auto& blocks = scan.markdown.blocks;
  return std::ranges::any_of(blocks, [&](const Block& block) {
    const bool is_header = block.kind == BlockKind::table_row && (block.flags & kHeaderRow) != 0;
    // "**Done when:** all tests succeed"
    const bool is_label = block.kind == BlockKind::paragraph && context.text(block.range).starts_with("**");
    return (is_header || is_label) && speaks_of_end(context.text(block.range).substr(0, 200));
  });
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_one = item.kind == ItemKind::milestone && context.reading.items().size() == 1;
  const bool has_sections = context.reading.scan().outline.headings.size() >= 3;  // a note is no plan yet
  if (!is_one || !item.status || !is_open(item) || !has_sections || has_criteria(context)) return;
  sink.report(Spot{{context.document, 0}, {}, item.line}, "nothing here says when this milestone is done",
              "add acceptance criteria that somebody else can check");
}

}  // namespace

constinit const Rule kNoCriteria{.about = {.id = "MP605",
                                           .slug = "no-criteria",
                                           .since = "0.1.0",
                                           .group = RuleGroup::hygiene,
                                           .severity = Severity::info,
                                           .stage = RuleStage::optional,
                                           .summary = "an open milestone that does not say when it is done"},
                                 .check_document = check};

}  // namespace milepost
