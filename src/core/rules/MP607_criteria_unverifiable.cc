// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "fewest", .number = 3, .summary = "criteria that are enough to judge by"}};

// A command, a file, a figure or a link.
bool can_be_checked(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0 || c == '`' || c == '%'; }) ||
         text.find("](") != std::string_view::npos || text.find("://") != std::string_view::npos;
}

struct Criteria {
  const Heading* first = nullptr;
  std::size_t count = 0;
  bool has_checkable = false;
};

void add_section(const DocumentContext& context, const Heading& heading, std::uint32_t end, Criteria& criteria) {
  const auto& blocks = context.reading.scan().markdown.blocks;
  if (criteria.first == nullptr) criteria.first = &heading;
  for (std::uint32_t i = heading.block + 1; i < end; ++i) {
    const bool is_leaf = blocks[i].end == i + 1;
    if (blocks[i].kind == BlockKind::list_item || blocks[i].kind == BlockKind::table_row) ++criteria.count;
    if (is_leaf) criteria.has_checkable = criteria.has_checkable || can_be_checked(context.text(blocks[i].range));
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  if (item.kind != ItemKind::milestone || !item.status || !is_open(item)) return;
  const Outline& outline = context.reading.scan().outline;
  Criteria criteria;
  for (std::uint32_t h = 0; h < outline.headings.size(); ++h) {
    const SectionRule* rule = section_rule(context.reading.dialect(), outline.headings[h]);
    if (rule == nullptr || (rule->kind != "success_criteria" && rule->kind != "definition_of_done")) continue;
    add_section(context, outline.headings[h], own_blocks_end(outline, h), criteria);
  }
  const bool is_enough = static_cast<std::int64_t>(criteria.count) >= context.options.integer("fewest");
  if (criteria.first == nullptr || !is_enough || criteria.has_checkable) return;
  sink.report(
      criteria.first->text,
      "none of " + count_words(criteria.count, "criterion", "criteria") + " names a command, a figure or a link",
      "say how somebody else can check it: what to run, what to measure, where to look");
}

}  // namespace

constinit const Rule kCriteriaUnverifiable{.about = {.id = "MP607",
                                                     .slug = "criteria-unverifiable",
                                                     .since = "0.1.0",
                                                     .group = RuleGroup::hygiene,
                                                     .severity = Severity::info,
                                                     .stage = RuleStage::optional,
                                                     .summary = "criteria without a command, a figure or a link",
                                                     .options = kOptions},
                                           .check_document = check};

}  // namespace milepost
