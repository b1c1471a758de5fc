// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/present_lines.h"

#include "core/render/terminal_text.h"

namespace milepost {

Presented show_lines(const std::vector<std::string>& lines, Outcome outcome) {
  Presented presented;
  presented.is_page = false;
  presented.outcome = outcome;
  for (const std::string& line : lines) presented.text += to_clean_line(line) + "\n";
  return presented;
}

Presented show_plain_change(const ChangeAnswer& answer, const Arguments& arguments) {
  if (!arguments.has("dry-run")) return show_lines(answer.lines, answer.outcome);
  Presented presented;
  presented.is_page = false;
  presented.outcome = answer.outcome;
  presented.text = answer.patch;
  return presented;
}

}  // namespace milepost
