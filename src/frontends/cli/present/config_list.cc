// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/config_list.h"

#include <utility>

#include "core/render/table.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_config_list(Session& session, const Arguments& arguments, const Screen& screen) {
  if (auto good = check_arguments(kConfigListOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const View view = screen.view(*workspace);
  Table table;
  table.has_header = false;
  table.columns = {{""}, {"", Align::left, Cut::end, 12}, {""}, {"", Align::left, Cut::start, 12}};
  for (const ConfigEntry& entry : (*workspace)->config().entries()) {
    const bool shown = arguments.has("show-origin");
    table.rows.push_back({cell(entry.name, TextRole::id), cell(view.clean(to_toml(entry.value))),
                          cell(shown ? std::string(to_string(entry.origin)) : "", TextRole::dim),
                          cell(shown ? view.clean(entry.place) : "", TextRole::dim)});
  }
  return Presented{.text = to_text(table, view.style, view.width)};
}

}  // namespace milepost
