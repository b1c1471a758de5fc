// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/render/xml_text.h"
#include "operations/formats/writers.h"

namespace milepost {

std::string to_checkstyle(const CheckAnswer& answer) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
  std::string_view open;
  for (const CheckedFinding& checked : answer.findings) {
    const Finding& finding = checked.finding;
    if (finding.path != open) {
      if (!open.empty()) xml += "  </file>\n";
      open = finding.path;
      xml += "  <file name=\"" + to_xml_text(repository_path(answer, checked)) + "\">\n";
    }
    xml += "    <error line=\"" + std::to_string(std::max(finding.line, 1U)) + "\" column=\"" +
           std::to_string(std::max(checked.span.begin.utf16_column, 1U)) + "\" severity=\"" +
           to_string(finding.severity) + "\" message=\"" + to_xml_text(full_message(finding)) +
           "\" source=\"milepost." + std::string(finding.id) + "." + std::string(finding.slug) + "\"/>\n";
  }
  if (!open.empty()) xml += "  </file>\n";
  return xml + "</checkstyle>\n";
}

}  // namespace milepost
