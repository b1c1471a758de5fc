// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const DocumentContext& context, FindingSink& sink) {
  const Markdown& markdown = context.reading.scan().markdown;
  std::uint32_t columns = 0;
  for (const Block& block : markdown.blocks) {
    if (block.kind != BlockKind::table_row) continue;
    if ((block.flags & kHeaderRow) != 0) columns = block.cells_count;
    if ((block.flags & kRagged) == 0) continue;
    const bool is_long = block.cells_count > columns;
    sink.report(block.range,
                "this row has " + count_words(block.cells_count, "cell", "cells") + ", its table has " +
                    count_words(columns, "column", "columns") + (is_long ? "; what is too much is not shown" : ""),
                is_long ? "write a '|' inside a cell as '\\\\|'" : "add the cells that are missing");
  }
}

}  // namespace

constinit const Rule kRaggedRow{.about = {.id = "MP105",
                                          .slug = "ragged-row",
                                          .since = "0.1.0",
                                          .group = RuleGroup::form,
                                          .severity = Severity::info,
                                          .summary = "a row with more or fewer cells than its table"},
                                .check_document = check};

}  // namespace milepost
