// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/render/markdown_text.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

constexpr std::size_t kRowsMost = 200;                    // it is for people
constexpr std::size_t kTextMost = std::size_t{1} << 19U;  // GitHub drops the page of a step above 1 MiB

std::string finding_row(const CheckAnswer& answer, const CheckedFinding& checked) {
  const Finding& finding = checked.finding;
  const std::string place = repository_path(answer, checked) + ":" + std::to_string(std::max(finding.line, 1U));
  return "| " + std::string(to_string(finding.severity)) + " | " + to_markdown_code(place) + " | " +
         escape_markdown(rule_name(finding)) + " | " + escape_markdown(full_message(finding)) + " |\n";
}

}  // namespace

std::string to_markdown_table(const CheckAnswer& answer) {
  std::string text = "### milepost check\n\n" + counts_of(answer) + "\n\n";
  if (answer.findings.empty()) return text;
  text += "| Severity | Place | Rule | Finding |\n|---|---|---|---|\n";
  std::size_t rows = 0;
  for (const CheckedFinding* checked : by_severity(answer)) {
    if (rows == kRowsMost || text.size() > kTextMost) break;
    text += finding_row(answer, *checked);
    ++rows;
  }
  if (rows < answer.findings.size()) text += "\nand " + std::to_string(answer.findings.size() - rows) + " more\n";
  return text;
}

}  // namespace milepost
