// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/rule_list.h"

#include <utility>

#include "core/render/table.h"
#include "frontends/cli/present/finding_cells.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_rule_list(Session& session, const Arguments& arguments, const Screen& screen) {
  auto rows = rule_list(session, arguments);
  if (!rows) return std::unexpected(std::move(rows).error());
  const View view = screen.view(session.opened());
  Table table;
  table.columns = {{"RULE"}, {"NAME"}, {"SEVERITY"}, {"FIX"}, {"FINDS", Align::left, Cut::end, 20}};
  for (const auto& [rule, is_on, severity] : *rows) {
    const RuleDescriptor& about = rule->about;
    const std::string level = is_on                                ? to_string(severity)
                              : about.stage == RuleStage::standard ? "off"
                                                                   : to_string(about.stage);
    table.rows.push_back({cell(std::string(about.id), TextRole::id), cell(std::string(about.slug)),
                          cell(level, is_on ? role_of(severity) : TextRole::dim),
                          cell(about.fix == FixOffer::none ? "" : to_string(about.fix), TextRole::dim),
                          cell(std::string(about.summary))});
  }
  return Presented{.text = to_text(table, view.style, view.width)};
}

}  // namespace milepost
