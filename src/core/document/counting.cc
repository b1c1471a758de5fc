// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/counting.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/document/sections.h"

namespace milepost {
namespace {

void add(Count& count, bool done) {
  ++count.total;
  count.done += done ? 1 : 0;
}

// Walks the blocks with the heading that stands above each of them.
class Counter {
 public:
  Counter(const Scan& scan, const Dialect& dialect, ReadingTools& tools)
      : scan_(scan), dialect_(dialect), tools_(tools) {}

  Tally run(std::uint32_t begin, std::uint32_t end) {
    const std::vector<Heading>& headings = scan_.outline.headings;
    next_ =
        static_cast<std::uint32_t>(std::ranges::lower_bound(headings, begin, {}, &Heading::block) - headings.begin());
    const std::vector<Block>& blocks = scan_.markdown.blocks;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Block& block = blocks[i];
      if (block.kind == BlockKind::paragraph) continue;  // most blocks are
      if (block.kind == BlockKind::heading && next_ < headings.size() && headings[next_].block == i)
        enter(headings[next_++]);
      if (block.kind == BlockKind::list_item) {
        if (block.box != kNoOffset) box(scan_.bytes[block.box] != ' ');
      } else if (block.kind == BlockKind::table) {
        table(i);
        i = block.end - 1;  // its rows hold nothing more
      } else if (block.kind == BlockKind::block_quote) {
        i = block.end - 1;  // what is quoted is an example
      } else if (block.kind == BlockKind::fenced_code && (block.flags & kUnclosed) != 0 &&
                 tally_.unclosed_fence == kNoOffset) {
        tally_.unclosed_fence = block.range.begin;
      }
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
    const TableShape& shape = tools_.tables.shape(scan_, dialect_, index, kind_);
    if (shape.rule == nullptr || shape.status_column == kNoBlock) return;
    shape_ = &shape;
    const bool is_task = shape.rule->record == "task";
    const bool is_phase = shape.rule->record == "phase";
    if (!is_task && !is_phase) return;
    for (std::uint32_t i = index + 1; i < scan_.markdown.blocks[index].end; ++i) row(scan_.markdown.blocks[i], is_task);
  }

  void row(const Block& row, bool is_task) {
    if (row.kind != BlockKind::table_row || (row.flags & kHeaderRow) != 0) return;
    const bool has_cell = shape_->status_column < row.cells_count;
    const std::string_view cell =
        has_cell ? slice(scan_.bytes, scan_.markdown.cells[row.cells_begin + shape_->status_column])
                 : std::string_view{};
    const bool done = !cell.empty() && tools_.values.cell(cell) == StatusCategory::done;
    if (!is_task) return add(tally_.phase_rows, done);
    add(tally_.tasks, done);
    if (counts_ && shape_->rule->counts) add(tally_.counted_rows, done);
  }

  const Scan& scan_;
  const Dialect& dialect_;
  ReadingTools& tools_;
  Tally tally_;
  const TableShape* shape_ = nullptr;
  std::uint32_t next_ = 0;
  bool counts_ = true;
  std::string_view kind_;  // borrows from: the dialect
};

}  // namespace

Tally tally_blocks(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span) {
  return Counter(scan, dialect, tools).run(span.begin, span.end);
}

std::optional<double> computed_progress(const Tally& tally) {
  Count count{tally.counted_boxes.done + tally.counted_rows.done, tally.counted_boxes.total + tally.counted_rows.total};
  if (count.total == 0) count = tally.phase_rows;
  if (count.total == 0) return std::nullopt;
  return 100.0 * count.done / count.total;
}

}  // namespace milepost
