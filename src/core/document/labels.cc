// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/labels.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::uint32_t kBannerLinesMost = 40;

class LabelCollector {
 public:
  LabelCollector(std::string_view bytes, const Markdown& markdown, PlainLabels plain, std::vector<PlacedLabel>& into)
      : bytes_(bytes), markdown_(markdown), plain_(plain), into_(into) {}

  void visit(std::uint32_t index) {
    const Block& block = markdown_.blocks[index];
    if (block.kind == BlockKind::paragraph) return lines(index, Carrier::label);
    if (block.kind == BlockKind::fenced_code) return banner(index);
    if (block.kind == BlockKind::table_row) return row(index);
  }

 private:
  void lines(std::uint32_t index, Carrier carrier) {
    const Block& block = markdown_.blocks[index];
    for (std::uint32_t i = 0; i < block.lines_count; ++i) {
      found_.clear();
      find_labels(bytes_, markdown_.lines[block.lines_begin + i], plain_ == PlainLabels::yes, found_);
      for (const Label& label : found_) into_.push_back({label.label, label.value, carrier, block.line + i, index});
    }
  }

  // A fence without a language in which every line is a label, a rule or a frame is a banner; code that happens to hold
  // "status: x" is code.
  void banner(std::uint32_t index) {
    const Block& block = markdown_.blocks[index];
    if (!block.content.empty() || block.lines_count > kBannerLinesMost) return;
    std::vector<PlacedLabel> labels;
    for (std::uint32_t i = 0; i < block.lines_count; ++i) {
      const ByteRange line = markdown_.lines[block.lines_begin + i];
      found_.clear();
      find_labels(bytes_, line, true, found_);
      for (const Label& label : found_)
        labels.push_back({label.label, label.value, Carrier::banner, block.line + 1 + i, index});
      if (found_.empty() && !is_frame(slice(bytes_, line))) return;
    }
    into_.insert(into_.end(), labels.begin(), labels.end());
  }

  // Blank, a rule, or a line between box drawing characters (U+2500..U+257F are E2 94 80 .. E2 95 BF).
  static bool is_frame(std::string_view line) {
    if (line.find("\xE2\x94") != std::string_view::npos || line.find("\xE2\x95") != std::string_view::npos) return true;
    return line.find_first_not_of(" \t-=_*#+") == std::string_view::npos;
  }

  // A table of two columns is a list of labels; its header row is one too ("| Status | Done |" or "| Field | Value |").
  void row(std::uint32_t index) {
    const Block& block = markdown_.blocks[index];
    if (block.cells_count != 2) return;
    const ByteRange key = markdown_.cells[block.cells_begin];
    const ByteRange value = markdown_.cells[block.cells_begin + 1];
    if (key.empty() || key.size() > 60) return;
    into_.push_back({key, value, Carrier::table, block.line, index});
  }

  std::string_view bytes_;  // borrows from: the caller
  const Markdown& markdown_;
  PlainLabels plain_;
  std::vector<PlacedLabel>& into_;
  std::vector<Label> found_;
};

}  // namespace

void collect_labels(std::string_view bytes, const Markdown& markdown, std::uint32_t begin, std::uint32_t end,
                    PlainLabels plain, std::vector<PlacedLabel>& into) {
  LabelCollector collector(bytes, markdown, plain, into);
  for (std::uint32_t i = begin; i < end; ++i) collector.visit(i);
}

void collect_row_labels(const Markdown& markdown, std::uint32_t begin, std::uint32_t end,
                        std::vector<PlacedLabel>& into) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const Block& table = markdown.blocks[i];
    if (table.kind != BlockKind::table || table.end != i + 3) continue;
    const Block& header = markdown.blocks[i + 1];
    const Block& row = markdown.blocks[i + 2];
    if (header.cells_count < 3 || (header.flags & kHeaderRow) == 0 || row.kind != BlockKind::table_row) continue;
    for (std::uint32_t k = 0; k < std::min(header.cells_count, row.cells_count); ++k)
      into.push_back({markdown.cells[header.cells_begin + k], markdown.cells[row.cells_begin + k], Carrier::table,
                      row.line, i + 2});
  }
}

void collect_footer_labels(std::string_view bytes, const Markdown& markdown, std::uint32_t begin,
                           std::vector<PlacedLabel>& into) {
  std::vector<PlacedLabel> plain;
  for (std::uint32_t i = begin; i < markdown.blocks.size(); ++i) {
    plain.clear();
    collect_labels(bytes, markdown, i, i + 1, PlainLabels::yes, plain);
    const Block& block = markdown.blocks[i];
    // Prose may hold "note: this"; where every line is a label, all of them are.
    if (block.kind == BlockKind::paragraph && plain.size() < block.lines_count) {
      plain.clear();
      collect_labels(bytes, markdown, i, i + 1, PlainLabels::no, plain);
    }
    into.insert(into.end(), plain.begin(), plain.end());
  }
}

std::uint32_t footer_begin(const Markdown& markdown, std::uint32_t not_before) {
  const auto count = static_cast<std::uint32_t>(markdown.blocks.size());
  // Top-level blocks can not be walked backwards by `end`; the last few are found through their parents.
  std::uint32_t begin = count;
  for (std::uint32_t i = count; i-- > not_before && count - i <= 12;) {
    const Block& block = markdown.blocks[i];
    if (block.parent != kNoBlock) break;
    if (block.kind == BlockKind::thematic_break) return begin;
    if (block.kind == BlockKind::heading) return count;  // the paragraphs of a section are no footer
    if (block.kind != BlockKind::paragraph) break;
    begin = i;
  }
  return begin;
}

}  // namespace milepost
