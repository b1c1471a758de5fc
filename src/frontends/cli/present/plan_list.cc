// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/plan_list.h"

#include <utility>

#include "core/render/table.h"
#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/left_out.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {
namespace {

constexpr std::size_t kBarWidth = 8;

std::string children_text(const Count& children) {
  if (children.total == 0) return {};
  return std::to_string(children.done) + "/" + std::to_string(children.total);
}

}  // namespace

Result<Presented> present_plan_list(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = list_plans(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const Corpus& corpus = answer->scan->corpus;
  const View view = screen.view(session.opened());
  Table table;
  table.columns = {{"ID", Align::left, Cut::start, 11},       {"KIND"},
                   {"TITLE", Align::left, Cut::end, 18},      {"STATUS"},
                   {"PROGRESS", Align::left, Cut::end, 0, 1}, {"CHILDREN", Align::right},
                   {"PATH", Align::left, Cut::start, 12, 2}};
  for (const PlanRow& row : answer->plans) {
    const Item& item = corpus.item(row.key);
    table.rows.push_back({cell(item.id ? view.clean(item.id->value) : std::string(), TextRole::id),
                          cell(to_string(item.kind), TextRole::dim),
                          cell(title_of(item, corpus.name_of(row.key), view)), status_cell(item, view),
                          bar_cell(item.progress, kBarWidth, view), cell(children_text(row.children)),
                          cell(view.clean(corpus.document_of(row.key).path), TextRole::dim)});
  }
  Presented presented{.notice = with_left_out(answer->notice, answer->scan->problems)};
  if (answer->plans.empty()) {
    presented.outcome = Outcome::nothing_matched;
    return presented;
  }
  presented.text = to_text(table, view.style, view.width);
  return presented;
}

}  // namespace milepost
