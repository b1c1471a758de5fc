// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/row_writer.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/lifecycle/find_section.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/record_tables.h"
#include "core/lifecycle/table_cells.h"
#include "core/lifecycle/written_value.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kCandidatesMost = 20;

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
  const std::string wanted = fold_words(name);
  std::vector<Row> named;
  std::vector<Row> holding;
  for (const Row& row : rows) {
    const std::vector<Attribute>& cells = row.record->attributes;
    const bool is_named = std::ranges::any_of(cells, [&](const Attribute& cell) {
      return (&cell == &cells.front() || cell.role == "id" || cell.role == "name") && fold_words(cell.text) == wanted;
    });
    const bool holds = std::ranges::any_of(
        cells, [&](const Attribute& cell) { return fold_words(cell.text).find(wanted) != std::string::npos; });
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

const Block& header_of(const EditDraft& draft, const Row& row) {
  const std::vector<Block>& blocks = draft.markdown().blocks;
  return blocks[blocks[row.block].parent + 1];
}

std::vector<std::string> roles_of(const Row& row) {
  std::vector<std::string> roles;
  for (const Attribute& cell : row.record->attributes) roles.push_back(cell.role);
  return roles;
}

std::string header_text(const EditDraft& draft, const Block& header, std::uint32_t column) {
  return plain_cell_text(draft.slice(draft.markdown().cells[header.cells_begin + column]));
}

// The column of a table by its header or the role of its cells; kNoBlock if there is none.
std::uint32_t column_of(const EditDraft& draft, const Block& header, const std::vector<std::string>& roles,
                        std::string_view name) {
  const std::string wanted = fold_words(name);
  for (std::uint32_t i = 0; i < header.cells_count; ++i)
    if (fold_words(header_text(draft, header, i)) == wanted) return i;
  for (std::uint32_t i = 0; i < roles.size(); ++i)
    if (roles[i] == name) return i;
  return kNoBlock;
}

Error no_column(const EditDraft& draft, const Block& header, const std::string& name) {
  Error error = draft.error_at(ErrorKind::not_found, header.range.begin, "the table has no column '" + name + "'");
  std::string columns;
  for (std::uint32_t i = 0; i < header.cells_count; ++i)
    columns += (i == 0 ? "" : ", ") + header_text(draft, header, i);
  error.hints.push_back("its columns are " + columns);
  return error;
}

std::string section_title(const EditDraft& draft, const RecordTable& table) {
  return plain_cell_text(draft.slice(draft.parsed().outline.headings[table.heading].text));
}

bool has_columns(const EditDraft& draft, const RecordTable& table, const AddRow& request) {
  const Block& header = draft.markdown().blocks[table.block + 1];
  return std::ranges::all_of(request.cells, [&](const auto& cell) {
    return column_of(draft, header, table.roles, cell.first) < header.cells_count;
  });
}

// The one table for a new row: that of the section which was named, else the one with rows, else the one with the
// columns.
Result<RecordTable> choose_table(const EditDraft& draft, const AddRow& request) {
  std::vector<RecordTable> tables = find_record_tables(draft.parsed(), draft.item().range, request.record);
  if (!request.section.empty()) {
    const auto heading = find_section(draft, request.section);
    if (!heading) return std::unexpected(heading.error());
    const Heading& section = draft.parsed().outline.headings[*heading];
    std::erase_if(tables, [&](const RecordTable& table) {
      return table.block < section.block || table.block >= section.block_end;
    });
  }
  if (tables.empty()) return fail(ErrorKind::not_found, "the document has no table of " + request.record + "s");
  if (std::ranges::count(tables, true, &RecordTable::has_rows) == 1)
    std::erase_if(tables, [](const RecordTable& table) { return !table.has_rows; });
  if (std::ranges::count_if(tables, [&](const RecordTable& table) { return has_columns(draft, table, request); }) == 1)
    std::erase_if(tables, [&](const RecordTable& table) { return !has_columns(draft, table, request); });
  if (tables.size() == 1) return tables.front();
  Error error = draft.error_at(ErrorKind::ambiguous, draft.markdown().blocks[tables.front().block].range.begin,
                               "several tables hold rows of the kind '" + request.record + "'; name a section");
  for (const RecordTable& table : tables)
    if (error.hints.size() < kCandidatesMost) error.hints.push_back("--section '" + section_title(draft, table) + "'");
  return std::unexpected(std::move(error));
}

Result<std::string> cell_text(const EditDraft& draft, const std::string& value) {
  if (auto checked = check_value(value, LineBreaks::no); !checked) return std::unexpected(checked.error());
  (void)draft;
  return escape_value(value, MarkdownPlace::cell);
}

}  // namespace

Result<void> set_cell(EditDraft& draft, const SetCell& request) {
  const std::vector<Row> rows = rows_of(draft, request.record);
  if (rows.empty())
    return fail(ErrorKind::not_found,
                "the document has no table of " + (request.record.empty() ? "rows" : request.record + "s"));
  const auto row = find_row(draft, rows, request.row);
  if (!row) return std::unexpected(row.error());
  const Block& header = header_of(draft, *row);
  const std::uint32_t column = column_of(draft, header, roles_of(*row), request.column);
  if (column == kNoBlock) return std::unexpected(no_column(draft, header, request.column));
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
  const auto table = choose_table(draft, request);
  if (!table) return std::unexpected(table.error());
  const Block& header = draft.markdown().blocks[table->block + 1];
  std::vector<std::string> texts(header.cells_count);
  for (const auto& [name, value] : request.cells) {
    const std::uint32_t column = column_of(draft, header, table->roles, name);
    if (column == kNoBlock || column >= texts.size()) return std::unexpected(no_column(draft, header, name));
    const auto escaped = cell_text(draft, value);
    if (!escaped) return std::unexpected(escaped.error());
    texts[column] = *escaped;
  }
  insert_row(draft, table->block, texts, RowPlace::last);
  draft.intend("row", "", 0);
  return {};
}

}  // namespace milepost
