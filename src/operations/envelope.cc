// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/envelope.h"

#include <utility>

namespace milepost {
namespace {

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void begin_envelope(JsonWriter& json, std::string_view operation, std::string_view root) {
  json.begin_object().key("schema").string("milepost." + std::string(operation) + "/1").key("root");
  if (root.empty()) {
    json.null();
  } else {
    json.string(root);
  }
  json.key("data");
}

}  // namespace

void write_finding(JsonWriter& json, const Finding& finding) {
  json.begin_object();
  json.field("id", finding.id).field("slug", finding.slug).field("severity", to_string(finding.severity));
  json.field("path", finding.path).field("line", finding.line).field("column", finding.column);
  json.key("range").begin_object().field("begin", finding.range.begin).field("end", finding.range.end).end_object();
  json.field("message", finding.message).end_object();
}

Envelope::Envelope(std::string_view operation, std::string_view root) : json_(text_) {
  begin_envelope(json_, operation, root);
}

JsonText Envelope::finish(std::span<const Finding> problems, Outcome outcome, std::string notice) && {
  json_.key("problems").begin_array();
  for (const Finding& problem : problems) write_finding(json_, problem);
  json_.end_array().field("exit", exit_code_of(outcome)).end_object();
  text_.push_back('\n');
  return {std::move(text_), outcome, std::move(notice)};
}

std::string error_envelope(const Error& error, std::string_view root) {
  std::string text;
  JsonWriter json(text);
  begin_envelope(json, "error", root);
  json.begin_object().field("kind", to_string(error.kind)).field("message", error.message).key("place");
  if (error.place) {
    json.begin_object().field("path", error.place->path).field("line", error.place->line);
    json.field("column", error.place->column).end_object();
  } else {
    json.null();
  }
  write_texts(json, "frames", error.frames);
  write_texts(json, "hints", error.hints);
  json.end_object().key("problems").begin_array().end_array();
  json.field("exit", exit_code_of(error.kind)).end_object();
  text.push_back('\n');
  return text;
}

}  // namespace milepost
