// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>

#include "core/document/counting.h"
#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool is_work(std::string_view record) {
  return record == "phase" || record == "task" || record == "deliverable" || record == "sprint";
}

// The tables of one section.
class OpenRows {
 public:
  OpenRows(const DocumentContext& context, FindingSink& sink)
      : context_(context), sink_(sink), scan_(context.reading.scan()), tools_(context.reading.tools()) {}

  void check_section(const Heading& heading, std::uint32_t end) {
    const SectionRule* rule = section_rule(context_.reading.dialect(), heading);
    if (rule != nullptr && !rule->counts) return;
    const std::string_view kind = rule == nullptr ? std::string_view{} : std::string_view{rule->kind};
    for (std::uint32_t i = heading.block + 1; i < end; ++i) {
      if (scan_.markdown.blocks[i].kind == BlockKind::table) check_table(i, kind);
    }
  }

 private:
  void check_table(std::uint32_t index, std::string_view section) {
    const TableShape& shape = tools_.tables.shape(scan_, context_.reading.dialect(), index, section);
    if (shape.rule == nullptr || shape.status_column == kNoBlock || !is_work(shape.rule->record)) return;
    for (std::uint32_t i = index + 1; i < scan_.markdown.blocks[index].end; ++i) {
      check_row(scan_.markdown.blocks[i], shape);
    }
  }

  void check_row(const Block& row, const TableShape& shape) {
    const bool is_header = (row.flags & kHeaderRow) != 0;
    if (row.kind != BlockKind::table_row || is_header || shape.status_column >= row.cells_count) return;
    const std::string_view cell = context_.text(scan_.markdown.cells[row.cells_begin + shape.status_column]);
    const StatusCategory status = cell.empty() ? StatusCategory::unknown : tools_.values.cell(cell);
    if (status != StatusCategory::planned && status != StatusCategory::active) return;
    sink_.report(row.range, "the document is done, yet this " + shape.rule->record + " is " + to_string(status),
                 "bring the row up to date, or take the status back");
  }

  const DocumentContext& context_;
  FindingSink& sink_;
  Scan scan_;
  ReadingTools& tools_;
};

// Rows that do not count for progress and so are not seen by done-but-open.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_done = item.status && item.status->value.category == StatusCategory::done;
  if (!is_done || item.progress.computed.value_or(100) < 100) return;
  OpenRows rows(context, sink);
  const Outline& outline = context.reading.scan().outline;
  for (std::uint32_t i = 0; i < outline.headings.size(); ++i) {
    rows.check_section(outline.headings[i], own_blocks_end(outline, i));
  }
}

}  // namespace

constinit const Rule kDoneWithOpenRows{.about = {.id = "MP305",
                                                 .slug = "done-with-open-rows",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::truth,
                                                 .severity = Severity::warning,
                                                 .summary = "a done milestone whose phases or other rows are open"},
                                       .check_document = check};

}  // namespace milepost
