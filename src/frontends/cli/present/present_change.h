// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Every writing command is shown alike: what was done, which files, what one should know; with --dry-run the patch and
// nothing else, so that it can be piped into `git apply`.
#pragma once

#include "frontends/cli/present/presenter.h"
#include "operations/change.h"

namespace milepost {

[[nodiscard]] Presented show_change(const ChangeAnswer& answer, const Arguments& arguments, const View& view);

template <Result<ChangeAnswer> (*kRun)(Session&, const Arguments&)>
Result<Presented> present_change(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = kRun(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return show_change(*answer, arguments, screen.view(session.opened()));
}

}  // namespace milepost
