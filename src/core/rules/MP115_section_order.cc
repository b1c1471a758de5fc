// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

struct PlacedSection {
  const Heading* heading = nullptr;
  std::size_t place = 0;  // in the order of the family
};

// The sections of the second level that the family orders.
std::vector<PlacedSection> ordered_sections(const DocumentContext& context, const std::vector<std::string>& order) {
  std::vector<PlacedSection> sections;
  for (const Heading& heading : context.reading.scan().outline.headings) {
    const SectionRule* rule = section_rule(context.reading.dialect(), heading);
    if (heading.level != 2 || heading.inherited || rule == nullptr) continue;
    const auto place = std::ranges::find(order, rule->kind);
    if (place != order.end()) sections.push_back({&heading, static_cast<std::size_t>(place - order.begin())});
  }
  return sections;
}

// Two neighbours in the wrong order; the one that would have to move farther is not guessed.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const auto& order = stages_of(context.reading.dialect().life, item.kind).section_order;
  if (order.empty()) return;
  const std::vector<PlacedSection> sections = ordered_sections(context, order);
  const auto wrong = std::ranges::adjacent_find(
      sections, [](const PlacedSection& a, const PlacedSection& b) { return a.place > b.place; });
  if (wrong == sections.end()) return;
  const PlacedSection& first = *wrong;
  const PlacedSection& second = *std::next(wrong);
  sink.report(second.heading->text,
              "'" + plain_text(context.text(second.heading->text)) + "' stands before '" +
                  plain_text(context.text(first.heading->text)) + "' in documents of this family",
              "exchange the two sections");
}

}  // namespace

constinit const Rule kSectionOrder{.about = {.id = "MP115",
                                             .slug = "section-order",
                                             .since = "0.1.0",
                                             .group = RuleGroup::form,
                                             .severity = Severity::info,
                                             .stage = RuleStage::optional,
                                             .summary = "sections in another order than the family's"},
                                   .check_document = check};

}  // namespace milepost
