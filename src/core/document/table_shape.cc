// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/table_shape.h"

#include <algorithm>

#include "core/document/fold.h"

namespace milepost {
namespace {

bool holds(const std::vector<std::string_view>& roles, const std::string& role) {
  return std::ranges::find(roles, role) != roles.end();
}

bool fits(const TableRule& rule, const std::vector<std::string_view>& roles, std::string_view section_kind) {
  const auto present = [&](const std::string& role) { return holds(roles, role); };
  if (!std::ranges::all_of(rule.needs, present)) return false;
  if (!rule.any.empty() && std::ranges::none_of(rule.any, present)) return false;
  if (std::ranges::any_of(rule.without, present)) return false;
  return rule.sections.empty() || std::ranges::find(rule.sections, section_kind) != rule.sections.end();
}

constexpr std::size_t kShapesMost = 2048;  // remembered header rows; hostile trees must not grow it without end

void read_columns(const Scan& scan, const Dialect& dialect, const Block& header, TableShape& into) {
  std::string buffer;
  for (std::uint32_t i = 0; i < header.cells_count; ++i) {
    const std::string_view cell = slice(scan.bytes, scan.markdown.cells[header.cells_begin + i]);
    const std::string_view folded = fold_words(cell, buffer);
    const auto found = dialect.columns.find(folded.empty() ? cell : folded);
    const std::string_view role = found == dialect.columns.end() ? std::string_view{} : std::string_view{found->second};
    if (role == "status" && into.status_column == kNoBlock) into.status_column = i;
    into.roles.push_back(role);
  }
}

}  // namespace

const TableShape& TableShaper::shape(const Scan& scan, const Dialect& dialect, std::uint32_t index,
                                     std::string_view section_kind) {
  if (known_.size() > kShapesMost) known_.clear();
  const std::uint32_t header = index + 1;
  const bool has_header =
      header < scan.markdown.blocks.size() && scan.markdown.blocks[header].kind == BlockKind::table_row;
  key_.assign(dialect.name).append(1, '\n').append(section_kind).push_back('\n');
  if (has_header) key_.append(slice(scan.bytes, scan.markdown.blocks[header].range));
  const auto found = known_.find(key_);
  if (found != known_.end()) return found->second;
  TableShape shape;
  if (has_header) read_columns(scan, dialect, scan.markdown.blocks[header], shape);
  for (const TableRule& rule : dialect.tables)
    if (shape.rule == nullptr && fits(rule, shape.roles, section_kind)) shape.rule = &rule;
  return known_.emplace(key_, std::move(shape)).first->second;
}

}  // namespace milepost
