// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/explain.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_explain(Session&, const Arguments& arguments, const Screen&) {
  auto answer = explain(arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return Presented{.text = std::string(answer->page)};
}

}  // namespace milepost
