// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <utility>

#include "frontends/cli/present/presenter.h"
#include "operations/edit_document.h"

namespace milepost {

Result<Presented> present_edit(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = edit_document(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  Presented presented{.is_page = false};
  presented.text = "  " + view.style.paint(TextRole::accent, answer->changed ? "changed" : "as it was") + "  " +
                   view.clean(answer->path) + "\n";
  for (const Finding& finding : answer->new_problems) {
    std::string place = answer->path;
    if (finding.line != 0) place += ":" + std::to_string(finding.line);
    presented.text += view.clean(place) + ": " + to_string(finding.severity) + ": " + view.clean(finding.message) +
                      " [" + std::string(finding.id) + "]\n";
  }
  if (!answer->new_problems.empty()) presented.outcome = Outcome::findings;
  return presented;
}

}  // namespace milepost
