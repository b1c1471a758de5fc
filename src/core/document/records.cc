// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/records.h"

#include <algorithm>
#include <utility>

#include "core/document/counting.h"
#include "core/document/fold.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

class RecordReader {
 public:
  RecordReader(SummaryReader& reader, Document& document)
      : reader_(reader), scan_(reader.scan()), dialect_(*reader.verdict().dialect), document_(document) {}

  void run() {
    const std::vector<Heading>& headings = scan_.outline.headings;
    for (std::uint32_t i = 0; i < headings.size(); ++i) {
      section_ = i;
      rule_ = section_rule(dialect_, headings[i]);
      sub_heading_record(i);
      blocks(headings[i].block + 1, own_blocks_end(scan_.outline, i));
    }
  }

 private:
  [[nodiscard]] std::string text(ByteRange range) const { return plain_text(slice(scan_.bytes, range)); }

  // The first line of a list item without its box.
  [[nodiscard]] static ByteRange own_text(const Block& item) {
    if (item.box == kNoOffset) return item.content;
    return {std::min(item.box + 2, item.content.end), item.content.end};
  }

  // A heading below a section of records is one of them: "### Phase 1: Setup" under "## Phases".
  void sub_heading_record(std::uint32_t index) {
    const Heading& heading = scan_.outline.headings[index];
    if (rule_ == nullptr || rule_->record.empty() || !heading.inherited) return;
    Record record;
    record.kind = rule_->record;
    record.section = index;
    record.line = heading.line + 1;
    record.where = {scan_.markdown.blocks[heading.block].range.begin, heading.end};
    record.attributes.push_back({"name", text(heading.text), heading.text});
    std::vector<PlacedLabel> labels;
    collect_labels(scan_.bytes, scan_.markdown, heading.block + 1, own_blocks_end(scan_.outline, index),
                   PlainLabels::no, labels);
    for (const PlacedLabel& label : labels) add_attribute(record, label);
    document_.records.push_back(std::move(record));
  }

  void add_attribute(Record& record, const PlacedLabel& label) {
    std::string buffer;
    const std::string_view folded = fold_words(slice(scan_.bytes, label.label), buffer);
    const auto known = dialect_.labels.find(folded);
    std::string role =
        known == dialect_.labels.end() ? std::string(folded) : std::string(role_name(dialect_, known->second.role));
    std::string value = text(label.value);
    if (role == "status" && !record.status) record.status = reader_.values().status(value);
    record.attributes.push_back({std::move(role), std::move(value), label.value});
  }

  void blocks(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; i = scan_.markdown.blocks[i].end) {
      const Block& block = scan_.markdown.blocks[i];
      if (block.kind == BlockKind::table) table(i);
      if (block.kind == BlockKind::list) list(i);
      if (block.kind == BlockKind::block_quote) blocks(i + 1, block.end);
      if (block.kind == BlockKind::link_reference_definition) log_line(block);
    }
  }

  // "[2025-06-26 08:35]: text" is a log line to people and a link definition to CommonMark.
  void log_line(const Block& block) {
    if (rule_ == nullptr || rule_->record != "log") return;
    add_entry("log", block.range, block.line);
  }

  void add_entry(std::string kind, ByteRange range, std::uint32_t line) {
    Record record;
    record.kind = std::move(kind);
    record.section = section_;
    record.line = line + 1;
    record.where = range;
    record.attributes.push_back({"text", text(range), range});
    document_.records.push_back(std::move(record));
  }

  void table(std::uint32_t index) {
    shape_ = reader_.tools().tables.shape(scan_, dialect_, index,
                                          rule_ == nullptr ? std::string_view{} : std::string_view{rule_->kind});
    std::string kind = shape_.rule != nullptr                       ? shape_.rule->record
                       : rule_ != nullptr && !rule_->record.empty() ? rule_->record
                                                                    : "";
    const Block& block = scan_.markdown.blocks[index];
    if (kind.empty()) {
      document_.not_understood.push_back(
          {"table", text(scan_.markdown.blocks[index + 1].range), block.line + 1, block.range});
      kind = "row";
    }
    const Block& header = scan_.markdown.blocks[index + 1];
    for (std::uint32_t i = index + 2; i < block.end; ++i)
      if (scan_.markdown.blocks[i].kind == BlockKind::table_row) table_row(kind, header, scan_.markdown.blocks[i]);
  }

  void table_row(const std::string& kind, const Block& header, const Block& row) {
    Record record;
    record.kind = kind;
    record.section = section_;
    record.line = row.line + 1;
    record.where = row.range;
    std::string buffer;
    for (std::uint32_t i = 0; i < row.cells_count; ++i) {
      const ByteRange cell = scan_.markdown.cells[row.cells_begin + i];
      std::string role = i < shape_.roles.size() ? std::string(shape_.roles[i]) : std::string{};
      if (role.empty() && i < header.cells_count)
        role = fold_words(slice(scan_.bytes, scan_.markdown.cells[header.cells_begin + i]), buffer);
      std::string value = text(cell);
      if (i == shape_.status_column) record.status = reader_.values().status(value);
      record.attributes.push_back({std::move(role), std::move(value), cell});
    }
    document_.records.push_back(std::move(record));
  }

  void list(std::uint32_t index) {
    const Block& block = scan_.markdown.blocks[index];
    for (std::uint32_t i = index + 1; i < block.end; i = scan_.markdown.blocks[i].end) list_item(i);
  }

  void list_item(std::uint32_t index) {
    const Block& item = scan_.markdown.blocks[index];
    const bool is_box = item.box != kNoOffset;
    std::string kind = rule_ == nullptr ? std::string{} : rule_->record;
    if (kind.empty()) kind = is_box ? "task" : "entry";
    Record record;
    record.kind = std::move(kind);
    record.section = section_;
    record.line = item.line + 1;
    record.where = item.range;
    record.attributes.push_back({"text", text(own_text(item)), own_text(item)});
    if (is_box) {
      const bool done = scan_.bytes[item.box] != ' ';
      record.status = Status{done ? StatusCategory::done : StatusCategory::planned, done ? "[x]" : "[ ]", {}};
    }
    if (!is_box && (rule_ == nullptr || !rule_->criteria_marks))
      record.status = status_of_mark(record.attributes[0].text);
    std::vector<PlacedLabel> labels;
    collect_labels(scan_.bytes, scan_.markdown, index + 1, item.end, PlainLabels::no, labels);
    for (const PlacedLabel& label : labels) add_attribute(record, label);
    nested_boxes(index, item.end);
    document_.records.push_back(std::move(record));
  }

  // "- ✅ Levers": a mark before an entry says how it stands, where it does not decorate a criterion.
  [[nodiscard]] std::optional<Status> status_of_mark(const std::string& entry) {
    const std::string mark = reader_.values().title(entry).decoration;
    if (mark.empty() || !entry.starts_with(mark)) return std::nullopt;
    auto status = reader_.values().status(mark);
    return status && status->category != StatusCategory::unknown ? status : std::nullopt;
  }

  // Boxes below a box are tasks of their own.
  void nested_boxes(std::uint32_t index, std::uint32_t end) {
    for (std::uint32_t i = index + 1; i < end; ++i) {
      const Block& block = scan_.markdown.blocks[i];
      if (block.kind != BlockKind::list_item || block.box == kNoOffset) continue;
      Record record;
      record.kind = rule_ == nullptr || rule_->record.empty() ? "task" : rule_->record;
      record.section = section_;
      record.line = block.line + 1;
      record.where = block.range;
      record.attributes.push_back({"text", text(own_text(block)), own_text(block)});
      const bool done = scan_.bytes[block.box] != ' ';
      record.status = Status{done ? StatusCategory::done : StatusCategory::planned, done ? "[x]" : "[ ]", {}};
      document_.records.push_back(std::move(record));
    }
  }

  SummaryReader& reader_;
  Scan scan_;
  const Dialect& dialect_;
  Document& document_;
  TableShape shape_;
  const SectionRule* rule_ = nullptr;
  std::uint32_t section_ = 0;
};

}  // namespace

void read_records(SummaryReader& reader, Document& document) {
  RecordReader(reader, document).run();
  std::ranges::stable_sort(document.records, {}, [](const Record& record) { return record.where.begin; });
}

}  // namespace milepost
