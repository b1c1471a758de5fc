// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr double kNearly = 0.051;  // rows are rounded

bool is_total(std::string_view cell) {
  const std::string word = fold_words(cell);
  return word == "total" || word == "sum" || word == "gesamt" || word == "summe" || word == "合計";
}

bool is_nothing(std::string_view cell) { return cell.empty() || cell == "-" || cell == "–" || cell == "—"; }

// A table as rows of cells; the header is the first.
using Rows = std::vector<const Block*>;

class TableSums {
 public:
  TableSums(const DocumentContext& context, std::uint32_t table) : context_(context) {
    const Markdown& markdown = context.reading.scan().markdown;
    for (std::uint32_t i = table + 1; i < markdown.blocks[table].end; ++i)
      if (markdown.blocks[i].kind == BlockKind::table_row) rows_.push_back(&markdown.blocks[i]);
  }

  [[nodiscard]] std::size_t columns() const { return rows_.empty() ? 0 : rows_.front()->cells_count; }
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] bool ends_with_total() const { return rows_.size() > 3 && is_total(cell(rows_.size() - 1, 0)); }
  [[nodiscard]] ByteRange range(std::size_t row, std::size_t column) const {
    const Block& block = *rows_[row];
    if (column >= block.cells_count) return {};
    return context_.reading.scan().markdown.cells[block.cells_begin + column];
  }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return context_.text(range(row, column));
  }

  // The sum of the rows [1, end) of one unit; nothing when one of them is no figure, or fewer than two are.
  [[nodiscard]] std::optional<Figure> sum(std::size_t column, std::size_t end) const {
    Figure sum;
    std::size_t count = 0;
    for (std::size_t row = 1; row < end; ++row) {
      if (is_nothing(cell(row, column))) continue;
      const auto figure = parse_figure(cell(row, column));
      if (!figure || figure->unit == "%" || (count > 0 && figure->unit != sum.unit)) return std::nullopt;
      sum.unit = figure->unit;
      sum.number += figure->number;
      ++count;
    }
    return count < 2 ? std::nullopt : std::optional(sum);
  }

 private:
  const DocumentContext& context_;
  Rows rows_;
};

struct Typed {
  Figure figure;
  ByteRange digits;
  std::string name;
};

void compare(const DocumentContext& context, const Typed& typed, const Figure& sum, FindingSink& sink) {
  const bool same_unit = typed.figure.unit == sum.unit || typed.figure.unit.empty() || sum.unit.empty();
  if (!same_unit || std::abs(typed.figure.number - sum.number) < kNearly) return;
  const std::string computed = figure_text(sum.number);
  Finding& found = sink.report(
      typed.digits,
      typed.name + " is " + figure_text(typed.figure.number) + " here, yet the rows above add up to " + computed,
      "bring the total up to date, or the row that is wrong");
  found.fixes.push_back(fix_here(context, "take the sum, " + computed, FixSafety::unsafe, {{typed.digits, computed}}));
}

void check_last_row(const DocumentContext& context, const TableSums& table, FindingSink& sink) {
  const std::size_t last = table.rows() - 1;
  for (std::size_t column = 1; column < table.columns(); ++column) {
    const auto sum = table.sum(column, last);
    const auto typed = parse_figure(table.cell(last, column));
    if (!sum || !typed) continue;
    const ByteOffset begin = table.range(last, column).begin;
    const ByteRange digits{begin + typed->digits.begin, begin + typed->digits.end};
    compare(context, {*typed, digits, "the total of '" + fold_words(table.cell(0, column)) + "'"}, *sum, sink);
  }
}

// "**Total Estimated**: 12 hours" below a table with a column "Estimated".
void check_labels(const DocumentContext& context, const TableSums& table, ByteOffset behind, const LabelLines& labels,
                  FindingSink& sink) {
  for (std::size_t column = 1; column < table.columns(); ++column) {
    const std::string name = fold_words(table.cell(0, column));
    if (name != "estimated" && name != "actual" && name != "estimate") continue;
    const auto typed = labels.figure({name == "actual" ? "total actual" : "total estimated"});
    const auto sum = table.sum(column, table.rows());
    if (!typed || !sum || typed->digits.begin < behind) continue;
    compare(context, {*typed, typed->digits, name == "actual" ? "the total of 'actual'" : "the total of 'estimated'"},
            *sum, sink);
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (!mentions(context.bytes(), {"Total", "TOTAL", "Sum", "Gesamt", "合計"})) return;
  const auto& blocks = context.reading.scan().markdown.blocks;
  std::optional<LabelLines> labels;
  std::size_t tables_with_label = 0;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::table) continue;
    const TableSums table(context, i);
    if (table.ends_with_total()) {
      check_last_row(context, table, sink);
    } else if (mentions(context.bytes().substr(blocks[i].range.end), {"Total Estimated", "Total Actual"}) &&
               tables_with_label++ < 20) {
      if (!labels) labels.emplace(context);
      check_labels(context, table, blocks[i].range.end, *labels, sink);
    }
  }
}

}  // namespace

constinit const Rule kTotalDiffers{.about = {.id = "MP316",
                                             .slug = "total-differs",
                                             .since = "0.1.0",
                                             .group = RuleGroup::truth,
                                             .severity = Severity::warning,
                                             .stage = RuleStage::preview,
                                             .fix = FixOffer::unsafe,
                                             .summary = "a total that its rows do not add up to"},
                                   .check_document = check};

}  // namespace milepost
