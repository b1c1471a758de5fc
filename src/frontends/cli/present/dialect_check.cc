// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_check.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_dialect_check(Session& session, const Arguments& arguments, const Screen& screen) {
  auto checked = dialect_check(session, arguments);
  if (!checked) return std::unexpected(std::move(checked).error());
  const View view = screen.view(session.opened());
  Presented presented;
  for (const std::string& name : *checked) {
    presented.text += view.style.paint(TextRole::good, view.style.glyphs().check) + " " + view.clean(name) + "\n";
  }
  return presented;
}

}  // namespace milepost
