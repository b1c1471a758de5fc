// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/baseline.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_baseline(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = baseline(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  const std::string path = view.clean(answer->file.path);
  Presented presented{.text = "written: " + path + " with " + std::to_string(answer->findings) + " findings\n"};
  if (!answer->is_configured) {
    presented.text += "To use it, add to milepost.toml:\n\n[check]\nbaseline = \"" + path + "\"\n";
  }
  presented.files.push_back(std::move(answer->file));
  return presented;
}

}  // namespace milepost
