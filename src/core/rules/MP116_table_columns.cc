// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/document/path_parts.h"
#include "core/document/sections.h"
#include "core/document/table_shape.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

std::string in_words(const std::string& role) {
  std::string words = role;
  std::ranges::replace(words, '_', ' ');
  return words;
}

// Folding each header of each document costs; most tables are nothing that the family speaks of.
bool may_demand(const Dialect& dialect, std::string_view header) {
  const bool is_ascii = std::ranges::all_of(header, [](unsigned char c) { return c < 0x80; });
  return !is_ascii || std::ranges::any_of(dialect.form.tables, [header](const FormTable& table) {
    return contains_ignoring_case(header, table.record);
  });
}

void check_table(const DocumentContext& context, const TableShape& shape, ByteRange header, FindingSink& sink) {
  for (const FormTable& table : context.reading.dialect().form.tables) {
    if (table.record != shape.rule->record) continue;
    for (const std::string& column : table.columns) {
      if (std::ranges::find(shape.roles, column) != shape.roles.end()) continue;
      sink.report(header, "this table of " + table.record + "s has no column '" + in_words(column) + "'",
                  "add the column");
    }
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Dialect& dialect = context.reading.dialect();
  if (dialect.form.tables.empty()) return;
  const Scan scan = context.reading.scan();
  TableShaper shaper;
  auto heading = scan.outline.headings.begin();
  std::string_view kind;
  for (std::uint32_t i = 0; i < scan.markdown.blocks.size(); ++i) {
    while (heading != scan.outline.headings.end() && heading->block <= i) {
      const SectionRule* rule = section_rule(dialect, *heading++);
      kind = rule == nullptr ? std::string_view{} : std::string_view{rule->kind};
    }
    const bool is_table = scan.markdown.blocks[i].kind == BlockKind::table && i + 1 < scan.markdown.blocks.size();
    if (!is_table) continue;
    if (!may_demand(dialect, context.text(scan.markdown.blocks[i + 1].range))) continue;
    const TableShape& shape = shaper.shape(scan, dialect, i, kind);
    if (shape.rule != nullptr) check_table(context, shape, scan.markdown.blocks[i + 1].range, sink);
  }
}

}  // namespace

constinit const Rule kTableColumns{.about = {.id = "MP116",
                                             .slug = "table-columns",
                                             .since = "0.1.0",
                                             .group = RuleGroup::form,
                                             .severity = Severity::info,
                                             .summary = "a table without a column that the family demands"},
                                   .check_document = check};

}  // namespace milepost
