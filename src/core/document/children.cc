// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/children.h"

#include <algorithm>
#include <unordered_set>

#include "core/document/heading_items.h"
#include "core/document/normalise/identifier.h"
#include "core/document/relative_link.h"
#include "core/document/sections.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kChildrenMost = 5000;

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".MD") || path.ends_with(".markdown");
}

// "18", "3.2", "1. Setup": a number that the column gives a meaning to.
std::string leading_number(std::string_view cell) {
  std::size_t end = 0;
  while (end < cell.size() && ((cell[end] >= '0' && cell[end] <= '9') || cell[end] == '.')) ++end;
  while (end > 0 && cell[end - 1] == '.') --end;
  const bool whole = end == cell.size() || (cell[end] == '.' && end + 1 < cell.size() && cell[end + 1] == ' ');
  return end == 0 || end > 8 || !whole ? std::string{} : std::string(cell.substr(0, end));
}

class RowCollector {
 public:
  RowCollector(const Scan& scan, const Dialect& dialect, ReadingTools& tools, RowsByShape by_shape,
               std::vector<IndexRow>& into)
      : scan_(scan), dialect_(dialect), tools_(tools), by_shape_(by_shape), into_(into) {}

  void run(BlockSpan span) {
    const std::vector<Heading>& headings = scan_.outline.headings;
    auto next = std::ranges::lower_bound(headings, span.begin, {}, &Heading::block);
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (next != headings.end() && next->block == i) enter(*next++);
      const Block& block = scan_.markdown.blocks[i];
      if (block.kind == BlockKind::table) table(i);
      if (block.kind == BlockKind::list_item && block.parent != kNoBlock) list_item(i);
    }
  }

 private:
  void enter(const Heading& heading) {
    const SectionRule* rule = section_rule(dialect_, heading);
    record_ = rule == nullptr ? std::string_view{} : std::string_view{rule->record};
  }

  [[nodiscard]] bool in_index_section() const {
    return record_ == "milestone" || record_ == "phase" || record_ == "sprint";
  }
  // Lists of links under headings that mean something else ("Related documents", "Risks") name no children.
  [[nodiscard]] bool may_list() const { return record_.empty() || in_index_section(); }

  void table(std::uint32_t index) {
    const TableShape& shape = tools_.tables.shape(scan_, dialect_, index, {});
    if (shape.rule == nullptr) return;
    status_column_ = shape.status_column;
    const std::string& record = shape.rule->record;
    table_ = index;
    number_word_ = record == "milestone" ? "Milestone " : record == "phase" ? "Phase " : std::string_view{};
    bool is_index = record == "milestone" || record == "phase" || (record == "task" && in_index_section());
    if (!is_index && by_shape_ == RowsByShape::yes && may_list()) is_index = begins_with_milestone(index);
    for (std::uint32_t i = index + 1; i < scan_.markdown.blocks[index].end; ++i) {
      const Block& row = scan_.markdown.blocks[i];
      if (row.kind == BlockKind::table_row && (row.flags & kHeaderRow) == 0) table_row(i, is_index);
    }
    table_ = kNoBlock;
  }

  // Whether the first row of a table is called as a milestone is: "M0", "Milestone 1".
  [[nodiscard]] bool begins_with_milestone(std::uint32_t table) const {
    for (std::uint32_t i = table + 1; i < scan_.markdown.blocks[table].end; ++i) {
      const Block& row = scan_.markdown.blocks[i];
      if (row.kind != BlockKind::table_row || (row.flags & kHeaderRow) != 0 || row.cells_count < 2) continue;
      const auto id =
          tools_.values.leading_identifier(plain_text(slice(scan_.bytes, scan_.markdown.cells[row.cells_begin])));
      return id && id->kind == ItemKind::milestone;
    }
    return false;
  }

  void table_row(std::uint32_t index, bool is_index) {
    const Block& row = scan_.markdown.blocks[index];
    IndexRow found{{}, index, table_, is_index, false};
    Reference& child = found.reference;
    child.line = row.line + 1;
    for (std::uint32_t i = 0; i < row.cells_count; ++i) {
      const ByteRange cell = scan_.markdown.cells[row.cells_begin + i];
      if (i == status_column_) {
        child.row_status = tools_.values.status(plain_text(slice(scan_.bytes, cell)));
        continue;
      }
      if (i < 3) name_from(cell, child, i == 0 && is_index);
      if (i == 0) found.is_number_only = is_index && number_from(cell, child);
    }
    if (!child.path.empty() || (is_index && !child.text.empty())) add(std::move(found));
  }

  // "1" and "2. Setup" in the first column of phases name "Phase 1" and "Phase 2".
  bool number_from(ByteRange cell, Reference& child) const {
    if (number_word_.empty() || !child.text.empty() || !child.path.empty()) return false;
    const std::string number = leading_number(plain_text(slice(scan_.bytes, cell)));
    if (number.empty()) return false;
    child.text = std::string(number_word_) + number;
    child.where = cell;
    return true;
  }

  void list_item(std::uint32_t index) {
    const Block& item = scan_.markdown.blocks[index];
    if (!may_list() || item.content.empty()) return;
    IndexRow found{{}, index, kNoBlock, in_index_section(), false};
    Reference& child = found.reference;
    child.line = item.line + 1;
    const ByteOffset begin = item.box == kNoOffset ? item.content.begin : std::min(item.box + 2, item.content.end);
    const bool by_id =
        in_index_section() || (by_shape_ == RowsByShape::yes && is_named_entry({begin, item.content.end}));
    name_from({begin, item.content.end}, child, by_id);
    if (child.path.empty() && (child.text.empty() || !by_id)) return;
    child.row_status = status_of_entry(item, child);
    add(std::move(found));
  }

  // "M1: Start", "**M1** Start": an entry that is called by the id of a milestone, not a sentence that begins with one.
  [[nodiscard]] bool is_named_entry(ByteRange span) const {
    const std::string_view markdown = slice(scan_.bytes, span);
    const std::string text = plain_text(markdown);
    const auto id = tools_.values.leading_identifier(text);
    if (!id || id->kind != ItemKind::milestone) return false;
    const bool is_marked = markdown.find("**") < id->within.begin + 4;
    const std::size_t next = text.find_first_not_of(' ', id->within.end);
    if (next == std::string::npos || is_marked) return true;
    return std::string_view(":-|(").find(text[next]) != std::string_view::npos ||
           text.substr(next).starts_with("\xE2\x80");
  }

  // "- [x] M1: Start", "- **M01_Core** (In Progress - 60 %)": a word behind the name or a box is the row's status.
  std::optional<Status> status_of_entry(const Block& item, const Reference& child) const {
    HeadingStatus split = split_heading_status(plain_text(first_line(item)), tools_.values);
    if (split.status && (item.box == kNoOffset || !split.is_mark)) return std::move(split.status);
    if (item.box != kNoOffset) {
      const bool done = scan_.bytes[item.box] != ' ';
      return Status{done ? StatusCategory::done : StatusCategory::planned, done ? "[x]" : "[ ]", {}};
    }
    const std::string_view rest = scan_.bytes.substr(child.where.end, item.content.end - child.where.end);
    auto status = tools_.values.status(plain_text(rest));
    return status && status->category != StatusCategory::unknown ? status : std::nullopt;
  }

  [[nodiscard]] std::string_view first_line(const Block& item) const {
    const ByteOffset begin = item.box == kNoOffset ? item.content.begin : std::min(item.box + 2, item.content.end);
    return slice(scan_.bytes, {begin, item.content.end});
  }

  // Takes the first link to a document, else an id at the beginning of the text.
  void name_from(ByteRange span, Reference& child, bool by_id) {
    inlines_.clear();
    scan_inlines(scan_.bytes, span, inlines_);
    for (const Inline& part : inlines_) {
      if (part.kind != InlineKind::link || !child.path.empty()) continue;
      std::string path = resolve_link(scan_.path, slice(scan_.bytes, part.destination));
      if (!is_markdown(path) || path == scan_.path) continue;
      child.path = std::move(path);
      child.where = part.range;
      const std::string text = plain_text(slice(scan_.bytes, part.text));
      const auto id = tools_.values.identifier(text);
      child.text = id ? id->text : text;
    }
    if (!child.path.empty() || !by_id || !child.text.empty()) return;
    const std::string text = plain_text(slice(scan_.bytes, span));
    if (const auto match = tools_.values.leading_identifier(text)) {
      child.text = match->text;
      child.where = span;
    }
  }

  void add(IndexRow row) {
    if (into_.size() >= kChildrenMost) return;
    const Reference& child = row.reference;
    const std::string key = child.path.empty() ? fold_identifier(child.text) : child.path;
    row.is_repeat = !row.is_number_only && !seen_.insert(key).second;
    into_.push_back(std::move(row));
  }

  const Scan& scan_;
  const Dialect& dialect_;
  ReadingTools& tools_;
  RowsByShape by_shape_;
  std::vector<IndexRow>& into_;
  std::uint32_t status_column_ = kNoBlock;
  std::uint32_t table_ = kNoBlock;
  std::string_view number_word_;
  std::vector<Inline> inlines_;
  std::unordered_set<std::string> seen_;
  std::string_view record_;  // borrows from: the dialect
};

}  // namespace

void collect_index_rows(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span,
                        RowsByShape by_shape, std::vector<IndexRow>& into) {
  RowCollector(scan, dialect, tools, by_shape, into).run(span);
}

}  // namespace milepost
