// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/docs_generate.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_docs_generate(Session& session, const Arguments& arguments, const Screen&) {
  if (auto good = check_arguments(kDocsGenerateOperation, arguments); !good) return std::unexpected(good.error());
  auto stale = stale_docs(session);
  if (!stale) return std::unexpected(std::move(stale).error());
  const bool check = arguments.has("check");
  Presented presented;
  for (const GeneratedFile& file : *stale) presented.text += (check ? "stale: " : "written: ") + file.path + "\n";
  if (!check) {
    presented.files = std::move(*stale);
    return presented;
  }
  if (stale->empty()) return presented;
  presented.outcome = Outcome::findings;
  presented.notice = "the generated pages are stale; run `milepost docs generate`";
  return presented;
}

}  // namespace milepost
