// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool is_row_open(const Status& status) {
  return status.category == StatusCategory::planned || status.category == StatusCategory::active;
}

bool is_work(std::string_view kind) {
  return kind == "phase" || kind == "task" || kind == "deliverable" || kind == "sprint";
}

bool has_status_table(const Markdown& markdown) {
  return std::ranges::any_of(markdown.blocks, [](const Block& block) { return block.kind == BlockKind::table; });
}

// Rows that do not count for progress and so are not seen by done-but-open.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_done = item.status && item.status->value.category == StatusCategory::done;
  if (!is_done || item.progress.computed.value_or(100) < 100 || !has_status_table(context.reading.scan().markdown))
    return;
  const Document& document = context.reading.document();
  for (const Record& record : document.records) {
    const bool counts = !record.section || document.sections[*record.section].counts;
    if (!counts || !is_work(record.kind) || !record.status || !is_row_open(*record.status)) continue;
    const bool is_table_row = context.text(record.where).starts_with('|');
    if (!is_table_row) continue;
    sink.report(record.where,
                "the document is done, yet this " + record.kind + " is " + to_string(record.status->category),
                "bring the row up to date, or take the status back");
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
