// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LinesAnswer: what an `execplan` command that only reads says: lines for people, and the same as rows for machines.
// The lines are parsed by scripts of their users, so they never change.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "operations/operation.h"

namespace milepost::execplan {

using Row = std::vector<std::pair<std::string_view, std::string>>;

struct LinesAnswer {
  std::vector<std::string> lines;
  std::vector<Row> rows;
  std::vector<std::string> remarks = {};  // what people should know besides; not among the lines
  Outcome outcome = Outcome::done;
};

inline constexpr std::string_view kLinesSchema = R"json({"type":"object","required":["lines","rows"],"properties":{
"lines":{"type":"array","items":{"type":"string"}},"rows":{"type":"array","items":{"type":"object"}},
"remarks":{"type":"array","items":{"type":"string"}}}})json";

[[nodiscard]] JsonText lines_json(const Operation& operation, const LinesAnswer& answer);

using RunLines = Result<LinesAnswer> (*)(Session&, const Arguments&);

template <const Operation& kOperation, RunLines kRun>
Result<JsonText> invoke_lines(Session& session, const Arguments& arguments) {
  auto answer = kRun(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  return lines_json(kOperation, *answer);
}

}  // namespace milepost::execplan
