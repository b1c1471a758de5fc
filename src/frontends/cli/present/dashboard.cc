// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dashboard.h"

#include <algorithm>
#include <utility>

#include "core/base/wording.h"
#include "core/render/progress_bar.h"
#include "core/render/table.h"
#include "core/render/terminal_text.h"
#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/left_out.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {
namespace {

constexpr std::size_t kBarWidth = 6;
constexpr std::size_t kWidest = 100;  // a dashboard wider than this is harder to read
constexpr std::size_t kTitleBar = 40;

// A group of the page: its heading, how many entries it shows, and the command that shows the rest.
struct Group {
  const char* title;
  const std::vector<DashboardEntry>* entries;
  TextRole role;
  std::size_t most;
  const char* more;
};

class DashboardPage {
 public:
  DashboardPage(const DashboardAnswer& answer, std::string root, Date today, const View& view)
      : answer_(&answer), root_(std::move(root)), today_(today), view_(&view) {
    if (view.width) width_ = std::min(*view.width, kWidest);
  }

  std::string make() {
    add_head();
    add_groups();
    add_contradictions();
    add_not_recognised();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Corpus& corpus() const { return answer_->scan->corpus; }
  [[nodiscard]] std::string paint(TextRole role, std::string_view text) const { return view_->style.paint(role, text); }

  void add_head() {
    const std::string name = view_->clean(root_.substr(root_.rfind('/') + 1));
    const std::string day = to_string(today_);
    const std::size_t used = display_width(name) + day.size();
    const std::size_t gap = width_ && *width_ > used + 2 ? *width_ - used : 2;
    out_ += paint(TextRole::strong, name) + std::string(gap, ' ') + paint(TextRole::dim, day) + "\n";
    const DashboardTotals& totals = answer_->totals;
    const std::size_t pursued = totals.milestones - totals.cancelled;
    if (pursued != 0) {
      const double percent = 100.0 * static_cast<double>(totals.done) / static_cast<double>(pursued);
      const std::size_t bar = width_ ? std::min(kTitleBar, *width_ / 2) : kTitleBar;
      const BarParts parts = bar_parts(percent, bar, view_->style.glyphs());
      out_ += paint(TextRole::good, parts.full) + paint(TextRole::dim, parts.rest) + "  " +
              std::to_string(totals.done) + " of " + counted(pursued, "milestone", "milestones") + " done\n";
    }
    std::string rest = counted(totals.documents, "document", "documents");
    if (totals.plans != 0) rest = counted(totals.plans, "plan", "plans") + ", " + rest;
    out_ += paint(TextRole::dim, rest) + "\n";
  }

  [[nodiscard]] std::vector<Group> groups() const {
    return {{"Overdue", &answer_->overdue, TextRole::bad, 5, "milepost list --overdue"},
            {"Blocked", &answer_->blocked, TextRole::bad, 5, "milepost list --status blocked"},
            {"At risk", &answer_->at_risk, TextRole::warning, 5, "milepost --json"},
            {"Active", &answer_->active, TextRole::info, 8, "milepost list --status active"},
            {"Next", &answer_->next, TextRole::plain, 3, "milepost list --status planned"},
            {"Waiting", &answer_->waiting, TextRole::dim, 3, "milepost list --status planned"},
            {"Open, status not known", &answer_->unstated, TextRole::dim, 3, "milepost list --status unknown"}};
  }

  void add_groups() {
    Table table;
    table.has_header = false;
    table.indent = 2;
    table.columns = {{"", Align::left, Cut::end, 8},
                     {"", Align::left, Cut::end, 16},
                     {"", Align::left, Cut::end, 0, 1},
                     {"", Align::left, Cut::end, 12},
                     {"", Align::left, Cut::end, 6, 2}};
    for (const Group& group : groups()) add_group(table, group);
    if (table.rows.empty()) {
      out_ += "\n" + paint(TextRole::dim, "Nothing is open.") + "\n";
    } else {
      out_ += to_text(table, view_->style, width_);
    }
  }

  void add_group(Table& table, const Group& group) const {
    const std::size_t count = group.entries->size();
    if (count == 0) return;
    table.headings.push_back({table.rows.size(), heading(group.title, count, group.role)});
    // One line that says "1 more" is no shorter than the line itself.
    const std::size_t shown = count <= group.most + 1 ? count : group.most;
    for (std::size_t i = 0; i < shown; ++i) add_entry(table, (*group.entries)[i]);
    if (shown != count) add_more(table, count - shown, group.more);
  }

  static Cell heading(std::string title, std::size_t count, TextRole role) {
    return {{std::move(title), TextRole::heading}, {"  "}, {std::to_string(count), role}};
  }

  void add_entry(Table& table, const DashboardEntry& entry) const {
    const Item& item = corpus().item(entry.key);
    const std::string name = corpus().name_of(entry.key);
    table.rows.push_back({cell(short_id(item, *view_), TextRole::id), cell(title_of(item, name, *view_)),
                          bar_cell(item.progress, kBarWidth, *view_), cell(view_->clean(entry.reason), TextRole::dim),
                          cell(item.owner ? view_->clean(item.owner->value) : "", TextRole::dim)});
  }

  void add_more(Table& table, std::size_t count, const char* command) const {
    add_remark(table, std::string(view_->style.glyphs().ellipsis) + " " + std::to_string(count) + " more: ", command);
  }

  static void add_remark(Table& table, const std::string& before, const char* command) {
    table.headings.push_back({table.rows.size(), cell("  " + before + command, TextRole::dim), HeadingSpace::tight});
  }

  [[nodiscard]] std::string name_of(ItemKey key) const {
    const std::string id = short_id(corpus().item(key), *view_);
    return id.empty() ? view_->clean(corpus().name_of(key)) : id;
  }

  void add_contradictions() {
    const auto& found = answer_->contradictions;
    if (found.empty()) return;
    constexpr std::size_t kMost = 5;
    Table table = message_table("Contradictions", found.size());
    for (std::size_t i = 0; i < found.size() && i < kMost; ++i) {
      table.rows.push_back({cell(name_of(found[i].key), TextRole::id), cell(view_->clean(found[i].finding.message))});
    }
    if (found.size() > kMost) add_more(table, found.size() - kMost, "milepost check");
    out_ += to_text(table, view_->style, width_);
  }

  void add_not_recognised() {
    const auto& found = answer_->not_recognised;
    if (!found.empty()) {
      constexpr std::size_t kMost = 3;
      Table table = message_table("Not recognised", found.size());
      table.columns = {{"", Align::left, Cut::start, 12}};
      for (std::size_t i = 0; i < found.size() && i < kMost; ++i)
        table.rows.push_back({cell(view_->clean(found[i]->path))});
      add_remark(table,
                 found.size() > kMost ? "and " + std::to_string(found.size() - kMost) + " more; " : std::string(),
                 "milepost show PATH says why");
      out_ += to_text(table, view_->style, width_);
    }
    if (answer_->other_problems == 0) return;
    out_ += "\n" +
            paint(TextRole::dim, counted(answer_->other_problems, "remark", "remarks") +
                                     " on how documents are written: milepost list --all --json") +
            "\n";
  }

  static Table message_table(const char* title, std::size_t count) {
    Table table;
    table.has_header = false;
    table.indent = 2;
    table.columns = {{"", Align::left, Cut::start, 14}, {"", Align::left, Cut::end, 54}};
    table.headings.push_back({0, heading(title, count, TextRole::warning)});
    return table;
  }

  const DashboardAnswer* answer_;
  std::string root_;
  Date today_;
  const View* view_;
  std::optional<std::size_t> width_;
  std::string out_;
};

}  // namespace

Result<Presented> present_dashboard(Session& session, const Arguments& arguments, const Screen& screen) {
  if (auto good = check_arguments(kDashboardOperation, arguments); !good) return std::unexpected(good.error());
  auto answer = dashboard(session);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  Presented presented{.notice = with_left_out(answer->notice, answer->scan->problems)};
  if (answer->totals.items == 0) presented.outcome = Outcome::nothing_matched;
  const bool silent = answer->totals.items == 0 && answer->not_recognised.empty();
  if (!silent) presented.text = DashboardPage(*answer, session.root(), session.today(), view).make();
  return presented;
}

}  // namespace milepost
