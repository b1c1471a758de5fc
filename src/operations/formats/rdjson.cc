// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/render/json_writer.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

std::string_view rdf_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::info:
      return "INFO";
  }
  return "INFO";
}

// Columns are bytes from 1; an end is behind the last one.
void write_range(JsonWriter& json, const PlaceSpan& span) {
  json.key("range").begin_object();
  json.key("start").begin_object().field("line", span.begin.line).field("column", span.begin.column).end_object();
  json.key("end").begin_object().field("line", span.end.line).field("column", span.end.column).end_object();
  json.end_object();
}

// A suggestion is one edit that helps alone, so fixes with several are left out.
void write_suggestions(JsonWriter& json, const CheckedFinding& checked) {
  json.key("suggestions").begin_array();
  for (std::size_t i = 0; i < checked.fix_spans.size(); ++i) {
    if (checked.fix_spans[i].size() != 1) continue;
    json.begin_object();
    write_range(json, checked.fix_spans[i].front());
    json.field("text", checked.finding.fixes[i].files.front().edits.front().replacement).end_object();
  }
  json.end_array();
}

}  // namespace

std::string to_rdjson(const CheckAnswer& answer) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("source").begin_object().field("name", "milepost").end_object();
  json.key("diagnostics").begin_array();
  for (const CheckedFinding& checked : answer.findings) {
    const Finding& finding = checked.finding;
    json.begin_object().field("message", full_message(finding)).key("location").begin_object();
    json.field("path", repository_path(answer, checked));
    if (checked.span.begin.line > 0) write_range(json, checked.span);
    json.end_object().field("severity", rdf_severity(finding.severity));
    json.key("code").begin_object().field("value", finding.id).field("url", rule_uri(finding)).end_object();
    write_suggestions(json, checked);
    json.end_object();
  }
  json.end_array().end_object();
  return to_indented_json(text) + "\n";
}

}  // namespace milepost
