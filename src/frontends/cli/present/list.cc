// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/render/csv.h"
#include "core/render/porcelain.h"
#include "core/render/table.h"
#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/left_out.h"
#include "frontends/cli/present/presenter.h"
#include "operations/item_json.h"

namespace milepost {
namespace {

constexpr std::size_t kBarWidth = 8;
constexpr std::array<std::string_view, 7> kTableColumns{"id", "title", "status", "progress", "owner", "target", "path"};
constexpr std::array<std::string_view, 21> kCsvColumns{
    "path",          "line",  "id",      "title",   "kind",  "dialect",    "status",
    "stated-status", "owner", "created", "updated", "start", "target",     "completed",
    "progress",      "boxes", "tasks",   "risk",    "plan",  "depends-on", "tags"};
// Porcelain v1. Frozen: a change is a new version.
constexpr std::array<std::string_view, 10> kPorcelainColumns{"path",  "line",   "id",    "kind",     "status",
                                                             "owner", "target", "boxes", "progress", "title"};

using Columns = std::vector<const ItemColumn*>;

Columns columns_named(std::span<const std::string_view> names) {
  Columns columns;
  for (const std::string_view name : names) columns.push_back(find_item_column(name));
  return columns;
}

// As asked for, else as configured, else the standard ones.
Result<Columns> chosen_columns(const Arguments& arguments, const Workspace& workspace,
                               std::span<const std::string_view> standard) {
  std::vector<std::string> names = arguments.list("columns");
  if (names.empty()) names = workspace.config().get_list("list.columns");
  if (names.empty()) return columns_named(standard);
  Columns columns;
  for (const std::string& name : names) {
    const ItemColumn* column = find_item_column(name);
    if (column == nullptr) return fail(ErrorKind::usage, "list.columns: no column is called '" + name + "'");
    columns.push_back(column);
  }
  return columns;
}

// How a column behaves when the terminal is narrow.
Column layout_of(const ItemColumn& column) {
  Column layout{std::string(column.title), column.is_number ? Align::right : Align::left};
  if (column.name == "title") layout.least = 18;
  if (column.name == "progress") {
    layout.align = Align::left;
    layout.drop_order = 1;
  }
  if (column.name == "path" || column.name == "folder") {
    layout.cut = Cut::start;
    layout.least = 12;
    layout.drop_order = 4;
  }
  // The end of an id is what tells it from its siblings.
  if (column.name == "id" || column.name == "plan") {
    layout.cut = Cut::start;
    layout.least = 11;
  }
  if (column.name == "owner") {
    layout.least = 6;
    layout.drop_order = 3;
  }
  if (column.name == "target") layout.drop_order = 2;
  const bool prose = column.name == "stated-status" || column.name == "note" || column.name == "tags" ||
                     column.name == "depends-on" || column.name == "children";
  if (prose) layout.least = 8;
  return layout;
}

class TableMaker {
 public:
  TableMaker(const Corpus& corpus, Date today, const View& view) : corpus_(&corpus), today_(today), view_(&view) {}

  [[nodiscard]] Cell make(const ItemColumn& column, ItemKey key) const {
    const Item& item = corpus_->item(key);
    if (column.name == "status") return status_cell(item, *view_);
    if (column.name == "progress") return bar_cell(item.progress, kBarWidth, *view_);
    std::string text = view_->clean(column.text(*corpus_, key));
    if (column.name == "id") return cell(std::move(text), TextRole::id);
    if (column.name == "path" || column.name == "folder") return cell(std::move(text), TextRole::dim);
    const bool late = column.name == "target" && is_open(item) && item.target && item.target->value < today_;
    return late ? Cell{{std::move(text), TextRole::bad}, {" late", TextRole::bad}} : cell(std::move(text));
  }

 private:
  const Corpus* corpus_;
  Date today_;
  const View* view_;
};

// A column that nobody fills says nothing; only asked-for ones stay.
void leave_out_empty(Columns& columns, const ListAnswer& answer) {
  const Corpus& corpus = answer.scan->corpus;
  std::erase_if(columns, [&](const ItemColumn* column) {
    return column->name != "title" &&
           std::ranges::all_of(answer.items, [&](ItemKey key) { return column->text(corpus, key).empty(); });
  });
}

void add_headings(Table& table, const ListAnswer& answer, const ItemColumn& column, const View& view) {
  std::string last;
  for (std::size_t i = 0; i < answer.items.size(); ++i) {
    std::string name = column.text(answer.scan->corpus, answer.items[i]);
    if (i != 0 && name == last) continue;
    last = name;
    table.headings.push_back(
        {i, cell(name.empty() ? "no " + std::string(column.name) : view.clean(name), TextRole::heading)});
  }
}

std::string table_text(const ListAnswer& answer, const Columns& columns, const TableMaker& maker,
                       const ItemColumn* group, const View& view) {
  Table table;
  for (const ItemColumn* column : columns) table.columns.push_back(layout_of(*column));
  for (const ItemKey key : answer.items) {
    std::vector<Cell> row;
    for (const ItemColumn* column : columns) row.push_back(maker.make(*column, key));
    table.rows.push_back(std::move(row));
  }
  if (group != nullptr) add_headings(table, answer, *group, view);
  return answer.items.empty() ? std::string() : to_text(table, view.style, view.width);
}

std::vector<std::string> texts_of(const Corpus& corpus, ItemKey key, const Columns& columns) {
  std::vector<std::string> texts;
  for (const ItemColumn* column : columns) texts.push_back(column->text(corpus, key));
  return texts;
}

std::string csv_text(const ListAnswer& answer, const Columns& columns, CsvFormulas formulas) {
  std::vector<std::string> names;
  for (const ItemColumn* column : columns) names.emplace_back(column->name);
  std::string out;
  append_csv_row(out, names, CsvFormulas::kept);
  for (const ItemKey key : answer.items) append_csv_row(out, texts_of(answer.scan->corpus, key, columns), formulas);
  return out;
}

std::string porcelain_text(const ListAnswer& answer, LineEnd end) {
  const Columns columns = columns_named(kPorcelainColumns);
  std::string out;
  for (const ItemKey key : answer.items) append_porcelain_row(out, texts_of(answer.scan->corpus, key, columns), end);
  return out;
}

std::string ndjson_text(const ListAnswer& answer) {
  std::string out;
  for (const ItemKey key : answer.items) {
    JsonWriter json(out);
    write_item(json, answer.scan->corpus, key);
    out.push_back('\n');
  }
  return out;
}

std::string_view format_of(const Arguments& arguments) {
  for (const std::string_view format : {"ndjson", "csv", "porcelain"}) {
    if (arguments.has(format)) return format;
  }
  const std::string_view format = arguments.text("format");
  return format.empty() ? "table" : format;
}

}  // namespace

Result<Presented> present_list(Session& session, const Arguments& arguments, const Screen& screen) {
  auto request = parse_list_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = list(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  const std::string_view format = format_of(arguments);
  const bool is_table = format == "table";
  const Workspace& workspace = **session.workspace();
  auto columns = is_table ? chosen_columns(arguments, workspace, kTableColumns)
                          : chosen_columns(arguments, workspace, kCsvColumns);
  if (!columns) return std::unexpected(std::move(columns).error());
  const View view = screen.view(&workspace);
  Presented presented{.notice = with_left_out(answer->notice, answer->scan->problems), .is_page = is_table};
  if (answer->items.empty()) presented.outcome = Outcome::nothing_matched;
  if (format == "ndjson") presented.text = ndjson_text(*answer);
  if (format == "csv")
    presented.text = csv_text(*answer, *columns, arguments.has("defuse") ? CsvFormulas::defused : CsvFormulas::kept);
  if (format == "porcelain")
    presented.text = porcelain_text(*answer, arguments.has("null") ? LineEnd::nul : LineEnd::newline);
  if (!is_table) return presented;
  if (arguments.list("columns").empty()) leave_out_empty(*columns, *answer);
  const TableMaker maker(answer->scan->corpus, session.today(), view);
  presented.text = table_text(*answer, *columns, maker, request->group, view);
  return presented;
}

}  // namespace milepost
