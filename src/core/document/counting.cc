// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/counting.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/document/sections.h"

namespace milepost {
namespace {

bool holds(const std::vector<std::string_view>& roles, const std::string& role) { return std::ranges::find(roles, role) != roles.end(); }

bool fits(const TableRule& rule, const std::vector<std::string_view>& roles, std::string_view section_kind) {
  const auto present = [&](const std::string& role) { return holds(roles, role); };
  if (!std::ranges::all_of(rule.needs, present)) return false;
  if (!rule.any.empty() && std::ranges::none_of(rule.any, present)) return false;
  if (std::ranges::any_of(rule.without, present)) return false;
  return rule.sections.empty() || std::ranges::find(rule.sections, section_kind) != rule.sections.end();
}

void add(Count& count, bool done) {
  ++count.total;
  count.done += done ? 1 : 0;
}

// Walks the blocks with the heading that stands above each of them.
class Counter {
 public:
  Counter(const Scan& scan, const Dialect& dialect, ValueReader& values) : scan_(scan), dialect_(dialect), values_(values) {}

  Tally run(std::uint32_t begin, std::uint32_t end) {
    const std::vector<Heading>& headings = scan_.outline.headings;
    next_ = static_cast<std::uint32_t>(std::ranges::lower_bound(headings, begin, {}, &Heading::block) - headings.begin());
    for (std::uint32_t i = begin; i < end; ++i) {
      if (next_ < headings.size() && headings[next_].block == i) enter(headings[next_++]);
      const Block& block = scan_.markdown.blocks[i];
      if (block.kind == BlockKind::block_quote) {
        i = block.end - 1;  // what is quoted is an example
        continue;
      }
      if (block.kind == BlockKind::list_item && block.box != kNoOffset) box(scan_.bytes[block.box] != ' ');
      if (block.kind == BlockKind::table) table(i);
    }
    return tally_;
  }

 private:
  void enter(const Heading& heading) {
    const SectionRule* rule = section_rule(dialect_, heading);
    counts_ = rule == nullptr || rule->counts;
    kind_ = rule == nullptr ? std::string_view{} : std::string_view{rule->kind};
  }

  void box(bool done) {
    add(tally_.boxes, done);
    if (counts_) add(tally_.counted_boxes, done);
  }

  void table(std::uint32_t index) {
    shape_table(scan_, dialect_, index, kind_, shape_);
    if (shape_.rule == nullptr || shape_.status_column == kNoBlock) return;
    const bool is_task = shape_.rule->record == "task";
    const bool is_phase = shape_.rule->record == "phase";
    if (!is_task && !is_phase) return;
    for (std::uint32_t i = index + 1; i < scan_.markdown.blocks[index].end; ++i) row(scan_.markdown.blocks[i], is_task);
  }

  void row(const Block& row, bool is_task) {
    if (row.kind != BlockKind::table_row || (row.flags & kHeaderRow) != 0) return;
    const bool has_cell = shape_.status_column < row.cells_count;
    const std::string_view cell =
        has_cell ? slice(scan_.bytes, scan_.markdown.cells[row.cells_begin + shape_.status_column]) : std::string_view{};
    const bool done = !cell.empty() && values_.cell(cell) == StatusCategory::done;
    if (!is_task) return add(tally_.phase_rows, done);
    add(tally_.tasks, done);
    if (counts_ && shape_.rule->counts) add(tally_.counted_rows, done);
  }

  const Scan& scan_;
  const Dialect& dialect_;
  ValueReader& values_;
  Tally tally_;
  TableShape shape_;
  std::uint32_t next_ = 0;
  bool counts_ = true;
  std::string_view kind_;  // borrows from: the dialect
};

}  // namespace

void shape_table(const Scan& scan, const Dialect& dialect, std::uint32_t index, std::string_view section_kind, TableShape& into) {
  into.rule = nullptr;
  into.status_column = kNoBlock;
  into.roles.clear();
  const std::uint32_t header = index + 1;
  if (header >= scan.markdown.blocks.size() || scan.markdown.blocks[header].kind != BlockKind::table_row) return;
  const Block& row = scan.markdown.blocks[header];
  std::string buffer;
  for (std::uint32_t i = 0; i < row.cells_count; ++i) {
    const std::string_view cell = slice(scan.bytes, scan.markdown.cells[row.cells_begin + i]);
    const std::string_view folded = fold_words(cell, buffer);
    const auto found = dialect.columns.find(folded.empty() ? cell : folded);
    const std::string_view role = found == dialect.columns.end() ? std::string_view{} : std::string_view{found->second};
    if (role == "status" && into.status_column == kNoBlock) into.status_column = i;
    into.roles.push_back(role);
  }
  for (const TableRule& rule : dialect.tables)
    if (fits(rule, into.roles, section_kind)) {
      into.rule = &rule;
      return;
    }
}

Tally tally_blocks(const Scan& scan, const Dialect& dialect, ValueReader& values, BlockSpan span) {
  return Counter(scan, dialect, values).run(span.begin, span.end);
}

std::optional<double> computed_progress(const Tally& tally) {
  Count count{tally.counted_boxes.done + tally.counted_rows.done, tally.counted_boxes.total + tally.counted_rows.total};
  if (count.total == 0) count = tally.phase_rows;
  if (count.total == 0) return std::nullopt;
  return 100.0 * count.done / count.total;
}

}  // namespace milepost
