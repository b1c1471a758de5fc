// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/complete_words.h"

#include "core/render/terminal_text.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_complete_words(Session& session, const Arguments& arguments, const Screen&) {
  Presented presented{.is_page = false};
  for (const Candidate& candidate : complete_words(session, arguments.all("words"))) {
    presented.text += to_clean_line(candidate.value) + "\t" + to_clean_line(candidate.description) + "\n";
  }
  return presented;
}

}  // namespace milepost
