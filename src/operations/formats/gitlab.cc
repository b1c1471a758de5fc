// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/render/json_writer.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

// GitLab's words are info, minor, major, critical, blocker.
std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "critical";
    case Severity::warning:
      return "minor";
    case Severity::info:
      return "info";
  }
  return "info";
}

}  // namespace

std::string to_gitlab_report(const CheckAnswer& answer) {
  std::string text;
  JsonWriter json(text);
  json.begin_array();
  for (const CheckedFinding& checked : answer.findings) {
    const Finding& finding = checked.finding;
    const std::uint32_t line = std::max(finding.line, 1U);
    json.begin_object().field("description", rule_name(finding) + ": " + full_message(finding));
    json.field("check_name", rule_name(finding)).field("fingerprint", unique_fingerprint(checked));
    json.field("severity", gitlab_severity(finding.severity)).key("location").begin_object();
    json.field("path", repository_path(answer, checked)).key("lines").begin_object().field("begin", line);
    json.field("end", std::max(checked.span.end.line, line)).end_object().end_object().end_object();
  }
  json.end_array();
  return to_indented_json(text) + "\n";
}

}  // namespace milepost
