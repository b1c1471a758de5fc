// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Lines as they are: the `execplan` commands print exactly what their users parse, without marks or colour, whatever
// the terminal can show.
#pragma once

#include "frontends/cli/present/presenter.h"
#include "operations/change.h"
#include "operations/execplan/lines_answer.h"

namespace milepost {

struct PlainText {
  const std::vector<std::string>& lines;
  const std::vector<std::string>& remarks;  // for stderr
  Outcome outcome;
};
[[nodiscard]] Presented show_lines(const PlainText& text);
[[nodiscard]] Presented show_plain_change(const ChangeAnswer& answer, const Arguments& arguments);

template <execplan::RunLines kRun>
Result<Presented> present_lines(Session& session, const Arguments& arguments, const Screen&) {
  auto answer = kRun(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return show_lines({answer->lines, answer->remarks, answer->outcome});
}

template <Result<ChangeAnswer> (*kRun)(Session&, const Arguments&)>
Result<Presented> present_plain_change(Session& session, const Arguments& arguments, const Screen&) {
  auto answer = kRun(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return show_plain_change(*answer, arguments);
}

}  // namespace milepost
