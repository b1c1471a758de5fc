// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool is_undetermined(std::string_view cell) {
  constexpr std::array<std::string_view, 6> kWords{"TBD",           "TBA",          "TBC", "To be determined",
                                                   "To be decided", "To be defined"};
  while (!cell.empty() && (cell.front() == '*' || cell.front() == '_' || cell.front() == ' ')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == '*' || cell.back() == '_' || cell.back() == ' ' || cell.back() == '.'))
    cell.remove_suffix(1);
  return std::ranges::any_of(kWords, [cell](std::string_view word) { return equals_ignoring_case(cell, word); });
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  if (!item.status || item.status->value.category != StatusCategory::done) return;
  const std::string advice = "write what was decided, or remove it";
  for (const RawField& field : context.reading.fields().all()) {
    if (is_undetermined(context.text(field.value)))
      sink.report(field.value, "the milestone is done, yet this is still to be determined", advice);
  }
  const Markdown& markdown = context.reading.scan().markdown;
  for (const Block& block : markdown.blocks) {
    for (std::uint32_t i = 0; i < block.cells_count; ++i) {
      const ByteRange cell = markdown.cells[block.cells_begin + i];
      if (is_undetermined(context.text(cell)))
        sink.report(cell, "the milestone is done, yet this is still to be determined", advice);
    }
  }
}

}  // namespace

constinit const Rule kDoneButUndetermined{
    .about = {.id = "MP203",
              .slug = "done-but-undetermined",
              .since = "0.1.0",
              .group = RuleGroup::leftovers,
              .severity = Severity::warning,
              .summary = "a done milestone in which something is still to be determined"},
    .check_document = check};

}  // namespace milepost
