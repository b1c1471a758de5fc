// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/record_tables.h"

#include "core/document/sections.h"
#include "core/document/table_shape.h"

namespace milepost {
namespace {

class TableFinder {
 public:
  TableFinder(const ParsedDocument& parsed, ByteRange own, std::string_view record)
      : parsed_(parsed),
        scan_{parsed.document.path, parsed.source.bytes(), parsed.front_matter, parsed.markdown, parsed.outline},
        own_(own),
        record_(record) {}

  std::vector<RecordTable> run() {
    const std::vector<Heading>& headings = parsed_.outline.headings;
    for (std::uint32_t i = 0; i < headings.size(); ++i) {
      heading_ = i;
      rule_ = section_rule(*parsed_.dialect, headings[i]);
      look_through(headings[i].block + 1, own_blocks_end(parsed_.outline, i));
    }
    return std::move(found_);
  }

 private:
  void look_through(std::uint32_t begin, std::uint32_t end) {
    const std::vector<Block>& blocks = parsed_.markdown.blocks;
    for (std::uint32_t i = begin; i < end; i = blocks[i].end) {
      if (blocks[i].kind == BlockKind::table) add(i);
      if (blocks[i].kind == BlockKind::block_quote) look_through(i + 1, blocks[i].end);
    }
  }

  void add(std::uint32_t index) {
    const Block& block = parsed_.markdown.blocks[index];
    if (block.range.begin < own_.begin || block.range.begin >= own_.end) return;
    const std::string_view section = rule_ == nullptr ? std::string_view() : std::string_view(rule_->kind);
    const TableShape& shape = shaper_.shape(scan_, *parsed_.dialect, index, section);
    const std::string_view kind = shape.rule != nullptr ? std::string_view(shape.rule->record)
                                  : rule_ != nullptr    ? std::string_view(rule_->record)
                                                        : std::string_view();
    if (!record_.empty() && kind != record_) return;
    RecordTable table{index, heading_, {}, block.end > index + 2};
    for (const std::string_view role : shape.roles) table.roles.emplace_back(role);
    found_.push_back(std::move(table));
  }

  const ParsedDocument& parsed_;
  Scan scan_;
  ByteRange own_;
  std::string_view record_;  // borrows from: the caller
  TableShaper shaper_;
  const SectionRule* rule_ = nullptr;
  std::uint32_t heading_ = 0;
  std::vector<RecordTable> found_;
};

}  // namespace

std::vector<RecordTable> find_record_tables(const ParsedDocument& parsed, ByteRange own, std::string_view record) {
  return TableFinder(parsed, own, record).run();
}

}  // namespace milepost
