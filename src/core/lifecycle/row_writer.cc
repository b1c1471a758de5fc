// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/row_writer.h"

#include <algorithm>
#include <optional>

#include "core/document/fold.h"
#include "core/document/table_shape.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/table_cells.h"
#include "core/lifecycle/written_value.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kCandidatesMost = 20;

std::string folded(std::string_view text) {
  std::string buffer;
  return std::string(fold_words(text, buffer));
}

bool is_wanted(std::string_view kind, std::string_view asked) { return asked.empty() || kind == asked; }

// A record that is a row of a table, with the block of the row.
struct Row {
  const Record* record = nullptr;
  std::uint32_t block = kNoBlock;
};

std::vector<Row> rows_of(const EditDraft& draft, std::string_view kind) {
  std::vector<Row> rows;
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const ByteRange own = draft.item().range;
  for (const Record& record : draft.parsed().document.records) {
    if (!is_wanted(record.kind, kind) || record.where.begin < own.begin || record.where.begin >= own.end) continue;
    const std::uint32_t leaf = draft.leaf_at(record.where.begin);
    if (leaf == kNoBlock || blocks[leaf].kind != BlockKind::table_row || blocks[leaf].range != record.where) continue;
    rows.push_back({&record, leaf});
  }
  return rows;
}

Result<Row> find_row(const EditDraft& draft, const std::vector<Row>& rows, const std::string& name) {
  const std::string wanted = folded(name);
  std::vector<Row> named;
  std::vector<Row> holding;
  for (const Row& row : rows) {
    const std::vector<Attribute>& cells = row.record->attributes;
    const bool is_named = std::ranges::any_of(cells, [&](const Attribute& cell) {
      return (&cell == &cells.front() || cell.role == "id" || cell.role == "name") && folded(cell.text) == wanted;
    });
    const bool holds = std::ranges::any_of(
        cells, [&](const Attribute& cell) { return folded(cell.text).find(wanted) != std::string::npos; });
    if (is_named)
      named.push_back(row);
    else if (holds)
      holding.push_back(row);
  }
  const std::vector<Row>& found = named.empty() ? holding : named;
  if (wanted.empty() || found.empty())
    return fail(ErrorKind::not_found, "no row is called '" + name + "' or has that text");
  if (found.size() == 1) return found[0];
  Error error = draft.error_at(ErrorKind::ambiguous, found[0].record->where.begin, "several rows fit '" + name + "'");
  for (const Row& row : found)
    if (error.hints.size() < kCandidatesMost) error.hints.push_back(draft.describe(row.record->where.begin));
  return std::unexpected(std::move(error));
}

// The column of a table by the role of its cells or by its header; kNoBlock if there is none.
std::uint32_t column_of(const EditDraft& draft, const Row& row, std::string_view name) {
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const Block& header = blocks[blocks[row.block].parent + 1];
  const std::string wanted = folded(name);
  for (std::uint32_t i = 0; i < header.cells_count; ++i)
    if (folded(plain_cell_text(draft.slice(draft.markdown().cells[header.cells_begin + i]))) == wanted) return i;
  for (std::uint32_t i = 0; i < row.record->attributes.size(); ++i)
    if (row.record->attributes[i].role == name) return i;
  return kNoBlock;
}

std::string columns_text(const EditDraft& draft, const Row& row) {
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const Block& header = blocks[blocks[row.block].parent + 1];
  std::string text;
  for (std::uint32_t i = 0; i < header.cells_count; ++i) {
    if (i > 0) text += ", ";
    text += plain_cell_text(draft.slice(draft.markdown().cells[header.cells_begin + i]));
  }
  return text;
}

Error no_column(const EditDraft& draft, const Row& row, const std::string& name) {
  Error error = draft.error_at(ErrorKind::not_found, row.record->where.begin, "the table has no column '" + name + "'");
  error.hints.push_back("its columns are " + columns_text(draft, row));
  return error;
}

Result<std::string> cell_text(const EditDraft& draft, const std::string& value) {
  if (auto checked = check_value(value, LineBreaks::no); !checked) return std::unexpected(checked.error());
  (void)draft;
  return escape_value(value, MarkdownPlace::cell);
}

// A table that has a header and no row yet, as templates have them.
struct EmptyTable {
  std::uint32_t table = kNoBlock;
  std::vector<std::string> names;  // of its columns: roles, else headers folded
  std::vector<std::string> headers;
};

// The innermost section around the place.
const Section* section_at(const Document& document, ByteOffset at) {
  const Section* found = nullptr;
  for (const Section& section : document.sections)
    if (section.body.begin <= at && at < section.body.end) found = &section;
  return found;
}

const SectionRule* rule_of(const Dialect& dialect, std::string_view kind) {
  for (const SectionRule& rule : dialect.sections)
    if (rule.kind == kind) return &rule;
  return nullptr;
}

std::uint32_t column_of(const EmptyTable& empty, std::string_view name) {
  const auto header = std::ranges::find(empty.headers, folded(name));
  if (header != empty.headers.end()) return static_cast<std::uint32_t>(header - empty.headers.begin());
  const auto role = std::ranges::find(empty.names, name);
  return role == empty.names.end() ? kNoBlock : static_cast<std::uint32_t>(role - empty.names.begin());
}

// The only empty table whose rows would be of that kind and that has all the columns.
std::optional<EmptyTable> find_empty_table(const EditDraft& draft, const AddRow& request) {
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const ByteRange own = draft.item().range;
  TableShaper shaper;
  std::optional<EmptyTable> found;
  for (std::uint32_t i = 0; i + 1 < blocks.size(); ++i) {
    const bool is_empty = blocks[i].kind == BlockKind::table && blocks[i].end == i + 2;
    if (!is_empty || blocks[i].range.begin < own.begin || blocks[i].range.begin >= own.end) continue;
    const Section* section = section_at(draft.parsed().document, blocks[i].range.begin);
    const std::string_view kind = section == nullptr ? std::string_view{} : std::string_view{section->kind};
    const TableShape& shape = shaper.shape(draft.scan(), draft.dialect(), i, kind);
    const SectionRule* rule = rule_of(draft.dialect(), kind);
    const std::string_view record = shape.rule != nullptr ? std::string_view{shape.rule->record}
                                    : rule != nullptr     ? std::string_view{rule->record}
                                                          : std::string_view{};
    if (!is_wanted(record, request.record)) continue;
    EmptyTable empty{i, {shape.roles.begin(), shape.roles.end()}, {}};
    for (std::uint32_t cell = 0; cell < blocks[i + 1].cells_count; ++cell)
      empty.headers.push_back(
          folded(plain_cell_text(draft.slice(draft.markdown().cells[blocks[i + 1].cells_begin + cell]))));
    const bool fits = std::ranges::all_of(
        request.cells, [&](const auto& one) { return column_of(empty, one.first) < empty.headers.size(); });
    if (!fits) continue;
    if (found) return std::nullopt;  // either could be meant
    found = std::move(empty);
  }
  return found;
}

Result<void> add_first_row(EditDraft& draft, const EmptyTable& empty, const AddRow& request) {
  std::vector<std::string> texts(empty.headers.size());
  for (const auto& [name, value] : request.cells) {
    const auto escaped = cell_text(draft, value);
    if (!escaped) return std::unexpected(escaped.error());
    texts[column_of(empty, name)] = *escaped;
  }
  insert_row(draft, empty.table, texts, RowPlace::last);
  draft.intend("row", "", 0);
  return {};
}

}  // namespace

Result<void> set_cell(EditDraft& draft, const SetCell& request) {
  const std::vector<Row> rows = rows_of(draft, request.record);
  if (rows.empty())
    return fail(ErrorKind::not_found,
                "the document has no table of " + (request.record.empty() ? "rows" : request.record + "s"));
  const auto row = find_row(draft, rows, request.row);
  if (!row) return std::unexpected(row.error());
  const std::uint32_t column = column_of(draft, *row, request.column);
  if (column == kNoBlock) return std::unexpected(no_column(draft, *row, request.column));
  const Block& block = draft.markdown().blocks[row->block];
  if (column >= block.cells_count)
    return std::unexpected(draft.error_at(ErrorKind::refused, block.range.begin,
                                          "the row is shorter than its table; complete it by hand"));
  const auto escaped = cell_text(draft, request.value);
  if (!escaped) return std::unexpected(escaped.error());
  const ByteRange where = draft.markdown().cells[block.cells_begin + column];
  const std::string& role = row->record->attributes[column].role;
  const auto written = write_value({draft.slice(where), draft.bytes(), Carrier::table},
                                   {role, *escaped, NoteHandling::automatic}, draft.words());
  if (!written) return std::unexpected(draft.error_at(written.error().kind, where.begin, written.error().message));
  for (const std::string& remark : written->remarks) draft.remark(remark);
  if (written->text == draft.slice(where)) return {};
  draft.intend("row", plain_cell_text(written->text), block.line + 1);
  return replace_cell(draft, where, written->text);
}

Result<void> add_row(EditDraft& draft, const AddRow& request) {
  const std::vector<Row> rows = rows_of(draft, request.record);
  if (rows.empty())
    if (const auto empty = find_empty_table(draft, request)) return add_first_row(draft, *empty, request);
  if (rows.empty()) return fail(ErrorKind::not_found, "the document has no table of " + request.record + "s");
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const std::uint32_t table = blocks[rows.back().block].parent;
  const bool one_table = std::ranges::all_of(rows, [&](const Row& row) { return blocks[row.block].parent == table; });
  if (!one_table) {
    Error error = draft.error_at(ErrorKind::ambiguous, blocks[table].range.begin,
                                 "several tables hold rows of the kind '" + request.record + "'");
    std::uint32_t last = kNoBlock;
    for (const Row& row : rows)
      if (std::exchange(last, blocks[row.block].parent) != blocks[row.block].parent)
        error.hints.push_back(draft.describe(blocks[last].range.begin));
    return std::unexpected(std::move(error));
  }
  std::vector<std::string> texts(blocks[table + 1].cells_count);
  for (const auto& [name, value] : request.cells) {
    const std::uint32_t column = column_of(draft, rows.back(), name);
    if (column == kNoBlock || column >= texts.size()) return std::unexpected(no_column(draft, rows.back(), name));
    const auto escaped = cell_text(draft, value);
    if (!escaped) return std::unexpected(escaped.error());
    texts[column] = *escaped;
  }
  insert_row(draft, table, texts, RowPlace::last);
  draft.intend("row", "", 0);
  return {};
}

}  // namespace milepost
