// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/present_lines.h"

#include "core/render/terminal_text.h"

namespace milepost {

Presented show_lines(const PlainText& text) {
  Presented presented;
  presented.is_page = false;
  presented.outcome = text.outcome;
  for (const std::string& remark : text.remarks) presented.notice += (presented.notice.empty() ? "" : "; ") + remark;
  for (const std::string& line : text.lines) presented.text += to_clean_line(line) + "\n";
  return presented;
}

Presented show_plain_change(const ChangeAnswer& answer, const Arguments& arguments) {
  Presented presented = show_lines({answer.lines, answer.remarks, answer.outcome});
  if (!arguments.has("dry-run")) return presented;
  presented.text = answer.patch;
  return presented;
}

}  // namespace milepost
