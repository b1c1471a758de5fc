// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/row_items.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/document/fold.h"
#include "core/document/heading_items.h"
#include "core/document/normalise/identifier.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// The cells of a table by what their columns are called.
class RowReader {
 public:
  RowReader(const Scan& scan, const Dialect& dialect, ReadingTools& tools)
      : scan_(scan), dialect_(dialect), tools_(tools) {}

  // The item that the row is, with what its cells or its words state. Absent when it has no id.
  std::optional<Item> item(const IndexRow& row) {
    const Block& block = scan_.markdown.blocks[row.block];
    Item item;
    item.line = row.reference.line;
    item.range = block.range;
    if (row.table != kNoBlock) {
      from_cells(row, block, item);
    } else {
      from_entry(row, block, item);
    }
    return item.id ? std::optional(std::move(item)) : std::nullopt;
  }

  // The day behind "completed" in the entry, or in a column of completion.
  std::optional<Stated<Date>> completed(const IndexRow& row) {
    const Block& block = scan_.markdown.blocks[row.block];
    if (row.table == kNoBlock) {
      const HeadingStatus split = split_heading_status(plain_text(slice(scan_.bytes, entry(block))), tools_.values);
      return date(split.date_text, entry(block), Carrier::list);
    }
    const TableShape& shape = tools_.tables.shape(scan_, dialect_, row.table, {});
    for (std::uint32_t i = 0; i < std::min<std::size_t>(block.cells_count, shape.roles.size()); ++i)
      if (shape.roles[i] == "completed" || (shape.roles[i] == "status" && i != shape.status_column))
        if (auto day = date(text_of(block, i), cell(block, i), Carrier::table)) return day;
    return std::nullopt;
  }

  [[nodiscard]] ByteRange status_range(const IndexRow& row) {
    const Block& block = scan_.markdown.blocks[row.block];
    if (row.table == kNoBlock) return block.box != kNoOffset ? ByteRange{block.box, block.box + 1} : entry(block);
    const std::uint32_t column = tools_.tables.shape(scan_, dialect_, row.table, {}).status_column;
    return column < block.cells_count ? cell(block, column) : block.range;
  }

 private:
  [[nodiscard]] ByteRange cell(const Block& row, std::uint32_t column) const {
    return scan_.markdown.cells[row.cells_begin + column];
  }
  [[nodiscard]] std::string text_of(const Block& row, std::uint32_t column) const {
    return plain_cell_text(slice(scan_.bytes, cell(row, column)));
  }
  [[nodiscard]] static ByteRange entry(const Block& item) {
    return {item.box == kNoOffset ? item.content.begin : std::min(item.box + 2, item.content.end), item.content.end};
  }

  std::optional<Stated<Date>> date(const std::string& text, ByteRange where, Carrier carrier) const {
    DateTrouble trouble = DateTrouble::none;
    if (text.empty() || trouble != DateTrouble::none) return std::nullopt;
    const auto day = tools_.values.date(text, trouble);
    return day ? std::optional(Stated<Date>{*day, where, carrier}) : std::nullopt;
  }

  void name(const std::string& text, ByteRange where, Carrier carrier, Item& item) const {
    HeadingParts parts = tools_.values.title(text);
    if (parts.id && !item.id) {
      item.id = Stated<std::string>{parts.id->text, where, carrier};
      item.kind = parts.id->kind.value_or(ItemKind::milestone);
    }
    if (!parts.title.empty() && !item.title && item.id)
      item.title = Stated<std::string>{std::move(parts.title), where, carrier};
  }

  void from_cells(const IndexRow& row, const Block& block, Item& item) {
    const std::uint32_t columns = block.cells_count;
    std::uint32_t id_column = columns;
    for (std::uint32_t i = 0; i < std::min(columns, 3U) && !item.id; ++i) {
      const std::string text = text_of(block, i);
      if (!tools_.values.leading_identifier(text)) continue;
      name(text, cell(block, i), Carrier::table, item);
      id_column = i;
    }
    if (!item.id) return;
    roles_ = tools_.tables.shape(scan_, dialect_, row.table, {}).roles;
    roles_.resize(std::max<std::size_t>(roles_.size(), columns));
    if (!item.title) title_from_columns(block, id_column, item);
    if (row.reference.row_status)
      item.status = Stated<Status>{*row.reference.row_status, status_range(row), Carrier::table};
    item.completed = completed(row);
    for (std::uint32_t i = 0; i < columns; ++i)
      if (i != id_column) add_cell(roles_[i], text_of(block, i), cell(block, i), item);
  }

  // The column that is a title by its role; else the first one without a role beside the id.
  void title_from_columns(const Block& block, std::uint32_t id_column, Item& item) {
    static constexpr std::array<std::string_view, 6> kRoles{"title", "milestone", "phase", "task", "scope", ""};
    for (const std::string_view role : kRoles)
      for (std::uint32_t i = 0; i < block.cells_count; ++i) {
        if (i == id_column || roles_[i] != role || item.title) continue;
        std::string text = text_of(block, i);
        if (!text.empty() && !tools_.values.is_placeholder(text))
          item.title = Stated<std::string>{std::move(text), cell(block, i), Carrier::table};
      }
  }

  void add_cell(std::string_view role, const std::string& text, ByteRange where, Item& item) {
    if (role.empty() || text.empty() || tools_.values.is_placeholder(text)) return;
    if (role == "due" || role == "target") item.target = date(text, where, Carrier::table);
    if (role == "start") item.start = date(text, where, Carrier::table);
    if (role == "progress") item.progress.stated = tools_.values.percent(text, BareNumber::is_nothing);
    if (role == "owner")
      if (auto owner = tools_.values.owner(text))
        item.owner = Stated<std::string>{std::move(*owner), where, Carrier::table};
    if (role == "estimate")
      if (auto effort = tools_.values.effort(text, std::nullopt))
        item.effort_estimated = Stated<Effort>{std::move(*effort), where, Carrier::table};
    if (role != "depends_on") return;
    for (Reference& reference : tools_.values.dependencies(text, DependencyForm::value)) {
      reference.where = where;
      reference.line = item.line;
      if (reference.text != item.id->value) item.depends_on.push_back(std::move(reference));
    }
  }

  // "- ✅ **v1.0 MVP** - Phases 1-5 (shipped 2026-01-25)": what is bold is the name, else all up to a dash.
  void from_entry(const IndexRow& row, const Block& block, Item& item) {
    const ByteRange where = entry(block);
    const std::string_view markdown = slice(scan_.bytes, where);
    HeadingStatus split = split_heading_status(plain_text(markdown), tools_.values);
    const std::string whole = split.status && !split.is_mark ? split.title : plain_text(markdown);
    const std::string bold = leading_bold(markdown);
    if (!bold.empty()) name(bold, where, Carrier::list, item);
    if (!item.id || !item.title) name(first_clause(whole), where, Carrier::list, item);
    if (!item.id) return;
    if (row.reference.row_status)
      item.status = Stated<Status>{*row.reference.row_status, status_range(row), Carrier::list};
    if (item.status && item.status->value.category == StatusCategory::done) item.completed = completed(row);
    if (block.box == kNoOffset) return;
    item.progress.boxes = {scan_.bytes[block.box] == ' ' ? 0U : 1U, 1U};
  }

  [[nodiscard]] static std::string leading_bold(std::string_view markdown) {
    const std::size_t open = markdown.find("**");
    if (open == std::string_view::npos || open > 12) return {};
    const std::size_t close = markdown.find("**", open + 2);
    if (close == std::string_view::npos) return {};
    std::string text = plain_text(markdown.substr(open + 2, close - open - 2));
    while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.pop_back();
    return text;
  }

  // What stands before " - " or " — " with words behind it, and without a full stop at the end.
  [[nodiscard]] std::string first_clause(const std::string& text) const {
    const auto id = tools_.values.leading_identifier(text);
    const std::size_t from = id ? id->within.end + 4 : 0;
    std::size_t end = text.size();
    for (const std::string_view dash : {std::string_view(" - "), std::string_view(" -- "),
                                        std::string_view(" \xE2\x80\x94 "), std::string_view(" \xE2\x80\x93 ")})
      end = std::min({end, text.find(dash, from)});
    std::string clause = text.substr(0, end);
    while (!clause.empty() && (clause.back() == '.' || clause.back() == ' ')) clause.pop_back();
    return clause;
  }

  const Scan& scan_;
  const Dialect& dialect_;
  ReadingTools& tools_;
  std::vector<std::string_view> roles_;  // borrows from: the dialect
};

std::unordered_map<std::string, std::size_t> items_by_id(const std::vector<Item>& items) {
  std::unordered_map<std::string, std::size_t> found;
  for (std::size_t i = 1; i < items.size(); ++i)
    if (items[i].id) found.emplace(fold_identifier(items[i].id->value), i);
  return found;
}

// A row that is an item is none of the tasks of its document.
void take_out_of_tasks(const TableShape& shape, const Item& row, Count& tasks) {
  if (shape.rule == nullptr || shape.rule->record != "task" || shape.status_column == kNoBlock || tasks.total == 0)
    return;
  --tasks.total;
  if (row.status && row.status->value.category == StatusCategory::done && tasks.done > 0) --tasks.done;
}

}  // namespace

void add_row_items(const Scan& scan, const Dialect& dialect, ReadingTools& tools, std::span<const IndexRow> rows,
                   std::vector<Item>& items) {
  const auto described = items_by_id(items);
  const bool has_headings = items.size() > 1;
  RowReader reader(scan, dialect, tools);
  for (const IndexRow& row : rows) {
    if (row.is_repeat || row.is_number_only || !row.reference.path.empty() || row.reference.text.empty()) continue;
    if (has_headings && !row.is_listed) continue;
    if (described.contains(fold_identifier(row.reference.text))) continue;
    auto item = reader.item(row);
    if (!item || (has_headings && item->kind != ItemKind::milestone)) continue;
    if (row.table != kNoBlock)
      take_out_of_tasks(tools.tables.shape(scan, dialect, row.table, {}), *item, items[0].progress.tasks);
    items.push_back(std::move(*item));
  }
  std::ranges::stable_sort(items.begin() + 1, items.end(), {}, &Item::line);
}

void lend_row_statuses(const Scan& scan, const Dialect& dialect, ReadingTools& tools, std::span<const IndexRow> rows,
                       std::vector<Item>& items) {
  const auto described = items_by_id(items);
  RowReader reader(scan, dialect, tools);
  for (const IndexRow& row : rows) {
    if (!row.reference.row_status || row.reference.row_status->category == StatusCategory::unknown) continue;
    // A box that is not ticked only says that it is not done.
    if (row.reference.row_status->text == "[ ]") continue;
    const auto found = described.find(fold_identifier(row.reference.text));
    if (found == described.end() || !row.reference.path.empty()) continue;
    Item& item = items[found->second];
    if (item.line == row.reference.line) continue;
    const Carrier carrier = row.table == kNoBlock ? Carrier::list : Carrier::table;
    if (!item.status) item.status = Stated<Status>{*row.reference.row_status, reader.status_range(row), carrier};
    const bool is_done = item.status->value.category == StatusCategory::done;
    if (is_done && !item.completed) item.completed = reader.completed(row);
  }
}

}  // namespace milepost
