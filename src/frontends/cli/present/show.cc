// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/show.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/render/progress_bar.h"
#include "core/render/table.h"
#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/presenter.h"
#include "operations/item_columns.h"

namespace milepost {
namespace {

constexpr std::size_t kBarWidth = 20;
constexpr std::size_t kSectionBar = 8;

// The page of one item, part by part; parts without content leave no trace.
class ShowPage {
 public:
  ShowPage(const ShowAnswer& answer, const ShowRequest& request, Date today, const View& view)
      : answer_(&answer), request_(&request), today_(today), view_(&view) {}

  std::string make() {
    if (answer_->key) {
      add_head();
      add_fields();
      add_sections();
      add_records();
      add_relations();
    }
    if (request_->why || !answer_->key) add_why();
    add_problems();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Corpus& corpus() const { return answer_->scan->corpus; }
  [[nodiscard]] const Item& item() const { return corpus().item(*answer_->key); }
  [[nodiscard]] std::string clean(std::string_view text) const { return view_->clean(text); }
  [[nodiscard]] std::string paint(TextRole role, std::string_view text) const { return view_->style.paint(role, text); }

  void add_heading(std::string_view text) { out_ += "\n" + paint(TextRole::heading, text) + "\n"; }

  void add_table(Table table) {
    table.has_header = false;
    table.indent = 2;
    out_ += to_text(table, view_->style, view_->width);
  }

  void add_head() {
    const std::string name = corpus().name_of(*answer_->key);
    if (item().id) out_ += paint(TextRole::id, clean(item().id->value)) + "  ";
    out_ += paint(TextRole::strong, title_of(item(), name, *view_)) + "\n";
    const DocumentSummary& document = corpus().document_of(*answer_->key);
    std::string place = clean(document.path);
    if (item().line > 1) place += ":" + std::to_string(item().line);
    out_ += paint(TextRole::dim, place + "  " + to_string(item().kind) + ", " + document.dialect) + "\n\n";
  }

  // Where a value stands, for --provenance.
  template <typename T>
  [[nodiscard]] std::string place_of(const std::optional<Stated<T>>& stated) const {
    if (!request_->provenance || !stated) return {};
    std::string text = to_string(stated->carrier);
    if (stated->where.empty() || stated->where.end > answer_->source.bytes().size()) return text;
    const LineColumn at = answer_->source.position(stated->where.begin);
    return std::to_string(at.line) + ":" + std::to_string(at.byte_column) + " " + text;
  }

  template <typename T>
  void add_field(Table& table, const char* name, const std::optional<Stated<T>>& stated, Cell value) const {
    if (!stated) return;
    table.rows.push_back({cell(name, TextRole::dim), std::move(value), cell(place_of(stated), TextRole::dim)});
  }

  void add_date(Table& table, const char* name, const std::optional<Stated<Date>>& date) const {
    if (date) add_field(table, name, date, cell(to_string(date->value)));
  }

  void add_status(Table& table) const {
    if (!item().status) return;
    const Status& status = item().status->value;
    Cell value = status_cell(item(), *view_);
    if (status.text != to_string(status.category)) value.push_back({"  stated: " + clean(status.text), TextRole::dim});
    add_field(table, "Status", item().status, std::move(value));
  }

  void add_progress(Table& table) const {
    const Progress& progress = item().progress;
    Cell value = bar_cell(progress, kBarWidth, *view_);
    if (value.empty()) return;
    if (const std::string count = count_of(progress); !count.empty()) value.push_back({"  " + count, TextRole::dim});
    if (progress.stated && progress.computed) {
      const bool differs = std::abs(*progress.stated - *progress.computed) > 5;
      value.push_back({"  stated: " + percent_text(*progress.stated), differs ? TextRole::warning : TextRole::dim});
    } else if (progress.stated) {
      value.push_back({"  as stated", TextRole::dim});
    }
    table.rows.push_back({cell("Progress", TextRole::dim), std::move(value), {}});
  }

  void add_target(Table& table) const {
    if (!item().target) return;
    Cell value = cell(to_string(item().target->value));
    const int days = days_between(today_, item().target->value);
    const std::string count = std::to_string(std::abs(days)) + (std::abs(days) == 1 ? " day" : " days");
    if (is_open(item()) && days < 0) value.push_back({"  " + count + " late", TextRole::bad});
    if (is_open(item()) && days > 0) value.push_back({"  in " + count, TextRole::dim});
    if (is_open(item()) && days == 0) value.push_back({"  today", TextRole::warning});
    add_field(table, "Target", item().target, std::move(value));
  }

  void add_fields() {
    Table table;
    table.columns = {{""}, {"", Align::left, Cut::end, 20}, {"", Align::left, Cut::end, 0, 1}};
    add_status(table);
    add_progress(table);
    if (item().owner) add_field(table, "Owner", item().owner, cell(clean(item().owner->value)));
    add_target(table);
    add_date(table, "Start", item().start);
    add_date(table, "Completed", item().completed);
    add_date(table, "Created", item().created);
    add_date(table, "Updated", item().updated);
    if (item().effort_estimated)
      add_field(table, "Estimated", item().effort_estimated, cell(clean(item().effort_estimated->value.text)));
    if (item().effort_actual)
      add_field(table, "Actual", item().effort_actual, cell(clean(item().effort_actual->value.text)));
    if (item().risk) add_field(table, "Risk", item().risk, cell(to_string(item().risk->value.level)));
    const std::string tags = clean(find_item_column("tags")->text(corpus(), *answer_->key));
    if (!tags.empty()) table.rows.push_back({cell("Tags", TextRole::dim), cell(tags), {}});
    add_table(std::move(table));
  }

  void add_sections() {
    Table table;
    table.columns = {{"", Align::left, Cut::end, 20}, {""}, {"", Align::right}, {"", Align::right, Cut::end, 0, 1}};
    for (const std::size_t i : answer_->sections) {
      const Section& section = answer_->document.sections[i];
      const Progress own{section.boxes, section.tasks, {}, {}};
      const Count& count = section.boxes.total != 0 ? section.boxes : section.tasks;
      if (count.total == 0) continue;
      Progress shown = own;
      shown.computed = 100.0 * count.done / count.total;
      table.rows.push_back({cell(clean(section.title)), bar_cell(shown, kSectionBar, *view_),
                            cell(count_of(own), TextRole::dim),
                            cell(section.counts ? "" : "does not count", TextRole::dim)});
    }
    if (table.rows.empty()) return;
    add_heading("Sections");
    add_table(std::move(table));
  }

  [[nodiscard]] static std::string attribute(const Record& record, std::string_view role) {
    const auto found = std::ranges::find_if(record.attributes, [role](const Attribute& a) { return a.role == role; });
    return found == record.attributes.end() ? std::string() : found->text;
  }

  // What a record is about: the attribute named like it, its name, else the first that is no id.
  [[nodiscard]] static std::string subject_of(const Record& record) {
    for (const std::string_view role :
         {std::string_view(record.kind), std::string_view("title"), std::string_view("name"),
          std::string_view("description"), std::string_view("text")}) {
      if (std::string text = attribute(record, role); !text.empty()) return text;
    }
    const auto other = std::ranges::find_if(record.attributes, [](const Attribute& a) { return a.role != "id"; });
    return other == record.attributes.end() ? attribute(record, "id") : other->text;
  }

  [[nodiscard]] static bool is_bare(const Record& record) { return record.attributes.size() == 1 && !record.status; }

  // A heading that holds others together ("### Workstream A").
  [[nodiscard]] static bool is_group(const Record& record) {
    return record.kind == "task" && is_bare(record) && record.attributes.front().role == "name";
  }

  // A group of which nothing is there yet, or a label whose value is not written.
  [[nodiscard]] bool says_nothing(const Record& record) const {
    if (!is_group(record)) return is_bare(record) && record.attributes.front().text.ends_with(':');
    return std::ranges::none_of(answer_->records, [&](std::size_t i) {
      const Record& other = answer_->document.records[i];
      return other.kind == record.kind && !is_group(other) && other.where.begin >= record.where.begin &&
             other.where.begin < record.where.end;
    });
  }

  void add_record_group(std::string_view kind, std::string_view title) {
    Table table;
    table.columns = {
        {"", Align::left, Cut::end, 8}, {"", Align::left, Cut::end, 24}, {""}, {"", Align::left, Cut::end, 8, 1}};
    for (const std::size_t i : answer_->records) {
      const Record& record = answer_->document.records[i];
      if (record.kind != kind || says_nothing(record)) continue;
      Cell status;
      if (record.status) status = cell(to_string(record.status->category), role_of(record.status->category));
      std::string detail = attribute(record, kind == "risk" ? "mitigation" : "owner");
      table.rows.push_back({cell(clean(attribute(record, "id")), TextRole::id), cell(clean(subject_of(record))),
                            std::move(status), cell(clean(detail), TextRole::dim)});
    }
    if (table.rows.empty()) return;
    add_heading(title);
    add_table(std::move(table));
  }

  void add_records() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kGroups{{{"phase", "Phases"},
                                                                                    {"sprint", "Sprints"},
                                                                                    {"task", "Tasks"},
                                                                                    {"deliverable", "Deliverables"},
                                                                                    {"risk", "Risks"},
                                                                                    {"metric", "Metrics"},
                                                                                    {"decision", "Decisions"},
                                                                                    {"question", "Open questions"}}};
    for (const auto& [kind, title] : kGroups) add_record_group(kind, title);
  }

  [[nodiscard]] std::vector<Cell> relation_row(ItemKey key, const std::string& stated) const {
    const Item& other = corpus().item(key);
    const std::string name = corpus().name_of(key);
    return {cell(clean(stated.empty() ? name : stated), TextRole::id), cell(title_of(other, name, *view_)),
            status_cell(other, *view_), bar_cell(other.progress, kSectionBar, *view_)};
  }

  void add_relation_table(std::string_view title, std::vector<std::vector<Cell>> rows) {
    if (rows.empty()) return;
    Table table;
    table.columns = {{"", Align::left, Cut::end, 8}, {"", Align::left, Cut::end, 20}, {""}, {""}};
    table.rows = std::move(rows);
    add_heading(title);
    add_table(std::move(table));
  }

  void add_relations() {
    const ItemLinks& links = corpus().links(*answer_->key);
    std::vector<std::vector<Cell>> rows;
    for (const ResolvedDependency& dependency : resolve_dependencies(corpus(), *answer_->key)) {
      if (dependency.key) {
        rows.push_back(relation_row(*dependency.key, dependency.stated->text));
      } else {
        rows.push_back(
            {cell(clean(dependency.stated->text), TextRole::id), cell("not found here", TextRole::warning), {}, {}});
      }
    }
    add_relation_table("Depends on", std::move(rows));
    if (links.parent) add_relation_table("Part of", {relation_row(*links.parent, "")});
    add_relation_table("Needed by", relation_rows(links.needed_by));
    add_relation_table("Children", relation_rows(links.children));
  }

  [[nodiscard]] std::vector<std::vector<Cell>> relation_rows(const std::vector<ItemKey>& keys) const {
    std::vector<std::vector<Cell>> rows;
    for (const ItemKey key : keys) rows.push_back(relation_row(key, ""));
    return rows;
  }

  void add_why() {
    const Recognition& recognition = answer_->document.recognition;
    const bool known = !recognition.dialect.empty();
    add_heading(known ? "Why " + clean(recognition.dialect) + ", " + std::to_string(recognition.confidence) + " %"
                      : clean(answer_->document.path) + " is not recognised as a milestone document");
    for (const std::string& reason : recognition.reasons) {
      out_ += "  " + std::string(view_->style.glyphs().bullet) + " " + clean(reason) + "\n";
    }
    if (answer_->document.not_understood.empty()) return;
    add_heading("Not understood");
    Table table;
    table.columns = {{"", Align::right}, {""}, {"", Align::left, Cut::end, 20}};
    for (const NotUnderstood& rest : answer_->document.not_understood) {
      table.rows.push_back({cell(std::to_string(rest.line), TextRole::dim), cell(clean(rest.what), TextRole::dim),
                            cell(clean(rest.text))});
    }
    add_table(std::move(table));
  }

  void add_problems() {
    if (answer_->document.problems.empty()) return;
    add_heading("Problems");
    Table table;
    table.columns = {{"", Align::right}, {""}, {"", Align::left, Cut::end, 20}};
    for (const Finding& finding : answer_->document.problems) {
      table.rows.push_back({cell(finding.line == 0 ? "" : std::to_string(finding.line), TextRole::dim),
                            cell(std::string(finding.id), TextRole::warning), cell(clean(finding.message))});
    }
    add_table(std::move(table));
  }

  const ShowAnswer* answer_;
  const ShowRequest* request_;
  Date today_;
  const View* view_;
  std::string out_;
};

// The text of one section, line by line made safe for a terminal; a pipe gets its bytes.
std::string section_text(const ShowAnswer& answer, const View& view) {
  const Section& section = answer.document.sections[*answer.section];
  std::string_view rest = answer.source.slice(section.body);
  if (!view.width) return std::string(rest) + (rest.ends_with('\n') ? "" : "\n");
  std::string out = view.style.paint(TextRole::heading, view.clean(section.title)) + "\n";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += view.clean(rest.substr(0, end)) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace

Result<Presented> present_show(Session& session, const Arguments& arguments, const Screen& screen) {
  auto request = parse_show_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = show(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  if (answer->section) return Presented{.text = section_text(*answer, view)};
  Presented presented{.text = ShowPage(*answer, *request, session.today(), view).make()};
  if (answer->key) return presented;
  presented.outcome = Outcome::nothing_matched;
  return presented;
}

}  // namespace milepost
