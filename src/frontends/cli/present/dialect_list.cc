// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_list.h"

#include <utility>

#include "core/render/table.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_dialect_list(Session& session, const Arguments& arguments, const Screen& screen) {
  if (auto good = check_arguments(kDialectListOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const View view = screen.view(*workspace);
  Table table;
  table.columns = {{"DIALECT"}, {"ORIGIN", Align::left, Cut::start, 8}, {"DOCUMENTS", Align::left, Cut::end, 20}};
  for (const DialectInfo& info : (*workspace)->dialects().infos()) {
    table.rows.push_back({cell(view.clean(info.name), TextRole::id), cell(view.clean(info.origin), TextRole::dim),
                          cell(view.clean(info.summary))});
  }
  return Presented{.text = to_text(table, view.style, view.width)};
}

}  // namespace milepost
