// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/children.h"

#include <algorithm>
#include <unordered_set>

#include "core/document/normalise/identifier.h"
#include "core/document/relative_link.h"
#include "core/document/sections.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kChildrenMost = 5000;

bool is_markdown(std::string_view path) { return path.ends_with(".md") || path.ends_with(".MD") || path.ends_with(".markdown"); }

class ChildCollector {
 public:
  ChildCollector(const Scan& scan, const Dialect& dialect, ReadingTools& tools, std::vector<Reference>& into)
      : scan_(scan), dialect_(dialect), tools_(tools), into_(into) {}

  void run(BlockSpan span) {
    const std::vector<Heading>& headings = scan_.outline.headings;
    auto next = std::ranges::lower_bound(headings, span.begin, {}, &Heading::block);
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (next != headings.end() && next->block == i) enter(*next++);
      const Block& block = scan_.markdown.blocks[i];
      if (block.kind == BlockKind::table) table(i);
      if (block.kind == BlockKind::list_item && block.parent != kNoBlock) list_item(block);
    }
  }

 private:
  void enter(const Heading& heading) {
    const SectionRule* rule = section_rule(dialect_, heading);
    record_ = rule == nullptr ? std::string_view{} : std::string_view{rule->record};
  }

  [[nodiscard]] bool in_index_section() const { return record_ == "milestone" || record_ == "phase" || record_ == "sprint"; }
  // Lists of links under headings that mean something else ("Related documents", "Risks") name no children.
  [[nodiscard]] bool may_list() const { return record_.empty() || in_index_section(); }

  void table(std::uint32_t index) {
    const TableShape& shape = tools_.tables.shape(scan_, dialect_, index, {});
    if (shape.rule == nullptr) return;
    status_column_ = shape.status_column;
    const std::string& record = shape.rule->record;
    const bool is_index = record == "milestone" || record == "phase" || (record == "task" && in_index_section());
    for (std::uint32_t i = index + 1; i < scan_.markdown.blocks[index].end; ++i) {
      const Block& row = scan_.markdown.blocks[i];
      if (row.kind == BlockKind::table_row && (row.flags & kHeaderRow) == 0) table_row(row, is_index);
    }
  }

  void table_row(const Block& row, bool is_index) {
    Reference child;
    child.line = row.line + 1;
    for (std::uint32_t i = 0; i < row.cells_count; ++i) {
      const ByteRange cell = scan_.markdown.cells[row.cells_begin + i];
      if (i == status_column_) {
        child.row_status = tools_.values.status(plain_text(slice(scan_.bytes, cell)));
        continue;
      }
      if (i < 3) name_from(cell, child, i == 0 && is_index);
    }
    if (!child.path.empty() || (is_index && !child.text.empty())) add(std::move(child));
  }

  void list_item(const Block& item) {
    if (!may_list() || item.content.empty()) return;
    Reference child;
    child.line = item.line + 1;
    const ByteOffset begin = item.box == kNoOffset ? item.content.begin : std::min(item.box + 2, item.content.end);
    name_from({begin, item.content.end}, child, in_index_section());
    if (child.path.empty() && (child.text.empty() || !in_index_section())) return;
    child.row_status = status_of_entry(item, child);
    add(std::move(child));
  }

  // "- [x] M1: Start", "- **M01_Core** (In Progress - 60 %)": a box or a word after the name is the row's status.
  std::optional<Status> status_of_entry(const Block& item, const Reference& child) const {
    if (item.box != kNoOffset) {
      const bool done = scan_.bytes[item.box] != ' ';
      return Status{done ? StatusCategory::done : StatusCategory::planned, done ? "[x]" : "[ ]", {}};
    }
    const std::string_view rest = scan_.bytes.substr(child.where.end, item.content.end - child.where.end);
    auto status = tools_.values.status(plain_text(rest));
    return status && status->category != StatusCategory::unknown ? status : std::nullopt;
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

  void add(Reference child) {
    if (into_.size() >= kChildrenMost) return;
    const std::string key = child.path.empty() ? fold_identifier(child.text) : child.path;
    if (!seen_.insert(key).second) return;
    into_.push_back(std::move(child));
  }

  const Scan& scan_;
  const Dialect& dialect_;
  ReadingTools& tools_;
  std::vector<Reference>& into_;
  std::uint32_t status_column_ = kNoBlock;
  std::vector<Inline> inlines_;
  std::unordered_set<std::string> seen_;
  std::string_view record_;  // borrows from: the dialect
};

}  // namespace

void collect_children(const Scan& scan, const Dialect& dialect, ReadingTools& tools, BlockSpan span, std::vector<Reference>& into) {
  ChildCollector(scan, dialect, tools, into).run(span);
}

}  // namespace milepost
