// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/render/terminal_text.h"
#include "operations/formats/writers.h"

namespace milepost {

std::string to_short_text(const CheckAnswer& answer) {
  std::string text;
  for (const CheckedFinding& checked : answer.findings) {
    const Finding& finding = checked.finding;
    text.append(to_clean_line(finding.path)).append(":").append(std::to_string(std::max(finding.line, 1U)));
    text.append(":").append(std::to_string(std::max(finding.column, 1U))).append(": ");
    text.append(to_string(finding.severity)).append(" ").append(finding.id).append(" ");
    text.append(to_clean_line(finding.message)).append("\n");
  }
  return text;
}

}  // namespace milepost
