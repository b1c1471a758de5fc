// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/show.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/suggest.h"
#include "core/document/document_reader.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/natural_order.h"
#include "operations/session.h"

namespace milepost {
namespace {

bool lies_inside(ByteRange inner, ByteRange outer) {
  return outer.empty() || (outer.begin <= inner.begin && inner.begin < outer.end);
}

// What of the document belongs to the item: all of it for the file's own item, its section for others.
void select_parts(ShowAnswer& answer, const Item* item) {
  const bool whole = item == nullptr || item->line <= 1 || (answer.key && answer.key->item == 0);
  const ByteRange range = whole ? ByteRange{} : item->range;
  const Document& document = answer.document;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    if (lies_inside(document.sections[i].heading, range)) answer.sections.push_back(i);
  }
  for (std::size_t i = 0; i < document.records.size(); ++i) {
    if (lies_inside(document.records[i].where, range)) answer.records.push_back(i);
  }
}

// A section by kind or title: exactly, else by a part of its title.
Result<std::size_t> find_section(const ShowAnswer& answer, const std::string& name) {
  std::vector<std::string> titles;
  std::vector<std::size_t> partly;
  for (const std::size_t i : answer.sections) {
    const Section& section = answer.document.sections[i];
    const bool exact = section.kind == name || compare_naturally(section.title, name) == 0;
    if (exact) return i;
    if (holds_ignoring_case(section.title, name)) partly.push_back(i);
    titles.push_back(section.title);
    if (!section.kind.empty()) titles.push_back(section.kind);
  }
  if (partly.size() == 1) return partly.front();
  const bool none = partly.empty();
  auto failure = none ? fail(ErrorKind::not_found, "no section is called '" + name + "'")
                      : fail(ErrorKind::ambiguous, "several sections are called '" + name + "'");
  for (const std::size_t i : partly) failure.error().hints.push_back(answer.document.sections[i].title);
  if (none) failure.error().hints = nearest(name, titles, 3);
  if (none && failure.error().hints.empty()) failure.error().hints = std::move(titles);
  return failure;
}

Result<std::string> document_path(const Workspace& workspace, const ShowAnswer& answer, const std::string& what) {
  if (answer.key) return answer.scan->corpus.document_of(*answer.key).path;
  return workspace.to_relative(what);
}

// A word that no item answers to may still be the path of a file. If it is not, the corpus' answer stands; if it is
// one that cannot be read, that is what is wrong.
Result<void> find_document(const Workspace& workspace, const std::string& what, ShowAnswer& answer) {
  auto key = answer.scan->corpus.find(what);
  if (key) answer.key = *key;
  auto path = document_path(workspace, answer, what);
  const auto choose = [&key](Error&& error) {
    return std::unexpected(key || error.kind != ErrorKind::not_found ? std::move(error) : std::move(key).error());
  };
  if (!path) return choose(std::move(path).error());
  auto bytes = workspace.read(*path);
  if (!bytes) return choose(std::move(bytes).error());
  answer.source = std::move(*bytes);
  answer.document = DocumentReader(workspace.dialects()).read_document(*path, answer.source.bytes());
  return {};
}

void write_recognition(JsonWriter& json, const Recognition& recognition) {
  json.key("recognition").begin_object().field("dialect", recognition.dialect);
  json.field("confidence", recognition.confidence).key("reasons").begin_array();
  for (const std::string& reason : recognition.reasons) json.string(reason);
  json.end_array().end_object();
}

void write_range(JsonWriter& json, ByteRange range) {
  json.key("range").begin_object().field("begin", range.begin).field("end", range.end).end_object();
}

void write_fields(JsonWriter& json, const Document& document) {
  json.key("fields").begin_array();
  for (const FieldValue& field : document.fields) {
    json.begin_object().field("role", field.role).field("label", field.label).field("text", field.text);
    json.field("value", field.value).field("line", field.line).field("carrier", to_string(field.carrier));
    json.field("placeholder", field.placeholder);
    write_range(json, field.where);
    json.end_object();
  }
  json.end_array();
}

void write_section(JsonWriter& json, const Section& section) {
  json.begin_object().field("kind", section.kind).field("title", section.title).field("level", section.level);
  json.field("line", section.line);
  write_count(json, "boxes", section.boxes);
  write_count(json, "tasks", section.tasks);
  json.field("counts", section.counts).field("gates", section.gates);
  write_range(json, section.body);
  json.end_object();
}

void write_record(JsonWriter& json, const Document& document, const Record& record) {
  json.begin_object().field("kind", record.kind).key("section");
  record.section ? json.string(document.sections[*record.section].title) : json.null();
  json.field("line", record.line).key("attributes").begin_array();
  for (const Attribute& attribute : record.attributes) {
    json.begin_object().field("role", attribute.role).field("text", attribute.text).end_object();
  }
  json.end_array().key("status");
  if (record.status) {
    write_status(json, *record.status);
  } else {
    json.null();
  }
  json.end_object();
}

void write_not_understood(JsonWriter& json, const Document& document) {
  json.key("not_understood").begin_array();
  for (const NotUnderstood& rest : document.not_understood) {
    json.begin_object().field("what", rest.what).field("text", rest.text).field("line", rest.line);
    write_range(json, rest.where);
    json.end_object();
  }
  json.end_array();
}

void write_relation(JsonWriter& json, const Corpus& corpus, ItemKey key) {
  const Item& item = corpus.item(key);
  json.field("name", corpus.name_of(key)).field("path", corpus.document_of(key).path).field("line", item.line);
  json.key("title");
  item.title ? json.string(item.title->value) : json.null();
  json.key("category");
  item.status ? json.string(to_string(item.status->value.category)) : json.null();
}

void write_relations(JsonWriter& json, const Corpus& corpus, ItemKey key) {
  json.key("depends_on").begin_array();
  for (const ResolvedDependency& dependency : resolve_dependencies(corpus, key)) {
    json.begin_object().field("text", dependency.stated->text).key("item");
    if (dependency.key) {
      json.begin_object();
      write_relation(json, corpus, *dependency.key);
      json.end_object();
    } else {
      json.null();
    }
    json.end_object();
  }
  json.end_array();
  const auto list = [&](std::string_view name, const std::vector<ItemKey>& keys) {
    json.key(name).begin_array();
    for (const ItemKey other : keys) {
      json.begin_object();
      write_relation(json, corpus, other);
      json.end_object();
    }
    json.end_array();
  };
  list("needed_by", corpus.links(key).needed_by);
  list("children", corpus.links(key).children);
}

void write_show(JsonWriter& json, const ShowAnswer& answer, const ShowRequest& request) {
  const Document& document = answer.document;
  json.begin_object().key("item");
  SourceOf source_of;
  if (request.provenance) source_of = [&answer](ItemKey) { return &answer.source; };
  if (answer.key) {
    write_item(json, answer.scan->corpus, *answer.key, source_of);
  } else {
    json.null();
  }
  json.field("path", document.path);
  write_recognition(json, document.recognition);
  write_fields(json, document);
  json.key("sections").begin_array();
  for (const std::size_t i : answer.sections) write_section(json, document.sections[i]);
  json.end_array().key("records").begin_array();
  for (const std::size_t i : answer.records) write_record(json, document, document.records[i]);
  json.end_array().key("relations");
  if (answer.key) {
    json.begin_object();
    write_relations(json, answer.scan->corpus, *answer.key);
    json.end_object();
  } else {
    json.null();
  }
  if (answer.section) {
    const Section& section = document.sections[*answer.section];
    json.key("section").begin_object().field("title", section.title).field("line", section.line);
    json.field("text", answer.source.slice(section.body)).end_object();
  }
  write_not_understood(json, document);
  json.end_object();
}

constexpr std::array kParameters{
    Parameter{.name = "what",
              .kind = ParameterKind::text,
              .value_name = "ID|PATH",
              .summary = "an id, any unique short form of one, a path or path:line",
              .values = Values::ids,
              .positional = true,
              .required = true},
    Parameter{.name = "section",
              .kind = ParameterKind::text,
              .value_name = "NAME",
              .summary = "print the text of one section, by kind or title",
              .values = Values::sections,
              .letter = 's'},
    Parameter{.name = "why",
              .summary = "say why the document was taken for its dialect, and what was not understood",
              .letter = 'w'},
    Parameter{.name = "provenance", .summary = "say for each value where it stands"},
};
constexpr std::array kExamples{
    Example{"milepost show M3", "one milestone, by any unique short form of its id"},
    Example{"milepost show docs/plans/launch.md --why", "why this file is what it is taken for"},
    Example{"milepost show M3 --section risks", "the text of one section"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object",
"required":["item","path","recognition","fields","sections","records","relations","not_understood"],"properties":{
"item":{"anyOf":[{"$ref":"#/$defs/item"},{"type":"null"}]},
"path":{"type":"string"},
"recognition":{"type":"object","required":["dialect","confidence","reasons"],"properties":{
 "dialect":{"type":"string"},"confidence":{"type":"integer"},"reasons":{"type":"array","items":{"type":"string"}}}},
"fields":{"type":"array","items":{"type":"object","required":["role","label","text","value","line","carrier","placeholder","range"],
 "properties":{"role":{"type":"string","description":"empty when the dialect has none for the label"},
 "label":{"type":"string"},"text":{"type":"string","description":"as written"},
 "value":{"type":"string","description":"normalised"},"line":{"type":"integer"},"carrier":{"type":"string"},
 "placeholder":{"type":"boolean"},"range":{"$ref":"#/$defs/range"}}}},
"sections":{"type":"array","items":{"type":"object",
 "required":["kind","title","level","line","boxes","tasks","counts","gates","range"],
 "properties":{"kind":{"type":"string"},"title":{"type":"string"},"level":{"type":"integer"},"line":{"type":"integer"},
 "boxes":{"$ref":"#/$defs/count"},"tasks":{"$ref":"#/$defs/count"},
 "counts":{"type":"boolean","description":"counts for progress"},
 "gates":{"type":"boolean","description":"must be done before completion"},"range":{"$ref":"#/$defs/range"}}}},
"records":{"type":"array","items":{"type":"object","required":["kind","section","line","attributes","status"],
 "properties":{"kind":{"type":"string"},"section":{"$ref":"#/$defs/nullable_text"},"line":{"type":"integer"},
 "attributes":{"type":"array","items":{"type":"object","required":["role","text"],"properties":{
  "role":{"type":"string"},"text":{"type":"string"}}}},
 "status":{"anyOf":[{"$ref":"#/$defs/status"},{"type":"null"}]}}}},
"relations":{"type":["object","null"],"required":["depends_on","needed_by","children"],"properties":{
 "depends_on":{"type":"array","items":{"type":"object","required":["text","item"],"properties":{
  "text":{"type":"string","description":"as stated"},
  "item":{"anyOf":[{"$ref":"#/$defs/relation"},{"type":"null"}]}}}},
 "needed_by":{"type":"array","items":{"$ref":"#/$defs/relation"}},
 "children":{"type":"array","items":{"$ref":"#/$defs/relation"}}}},
"section":{"type":"object","required":["title","line","text"],"description":"only with --section","properties":{
 "title":{"type":"string"},"line":{"type":"integer"},"text":{"type":"string"}}},
"not_understood":{"type":"array","items":{"type":"object","required":["what","text","line","range"],"properties":{
 "what":{"type":"string"},"text":{"type":"string"},"line":{"type":"integer"},"range":{"$ref":"#/$defs/range"}}}}}})json";

}  // namespace

constinit const Operation kShowOperation{
    .name = "show",
    .command = "show",
    .group = "Look",
    .summary = "show everything that is known of one item",
    .description =
        "Shows one item: what its document states beside what was computed, its sections with progress, tasks, risks,\n"
        "dependencies and children. An id that fits several items lists them and fails.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_show};

Result<ShowRequest> parse_show_request(const Arguments& arguments) {
  if (auto good = check_arguments(kShowOperation, arguments); !good) return std::unexpected(std::move(good).error());
  ShowRequest request;
  request.what = arguments.text("what");
  request.section = arguments.text("section");
  request.why = arguments.has("why");
  request.provenance = arguments.has("provenance");
  return request;
}

Result<ShowAnswer> show(Session& session, const ShowRequest& request) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  ShowAnswer answer;
  answer.scan = *scan;
  const Workspace& workspace = **session.workspace();
  if (auto found = find_document(workspace, request.what, answer); !found)
    return std::unexpected(std::move(found).error());
  select_parts(answer, answer.key ? &answer.scan->corpus.item(*answer.key) : nullptr);
  if (!request.section.empty()) {
    auto section = find_section(answer, request.section);
    if (!section) return std::unexpected(std::move(section).error());
    answer.section = *section;
  }
  return answer;
}

std::vector<ResolvedDependency> resolve_dependencies(const Corpus& corpus, ItemKey key) {
  std::vector<ResolvedDependency> resolved;
  const auto& targets = corpus.links(key).depends_on;
  for (const Reference& reference : corpus.item(key).depends_on) {
    auto found = corpus.find(reference.path.empty() ? reference.text : reference.path);
    const bool linked = found && std::find(targets.begin(), targets.end(), *found) != targets.end();
    resolved.push_back({&reference, linked ? std::optional(*found) : std::nullopt});
  }
  return resolved;
}

Result<JsonText> invoke_show(Session& session, const Arguments& arguments) {
  auto request = parse_show_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = show(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kShowOperation.name, session.root());
  write_show(envelope.data(), *answer, *request);
  const Outcome outcome = answer->key ? Outcome::done : Outcome::nothing_matched;
  std::string notice = answer->key ? "" : answer->document.path + " is not recognised as a milestone document";
  return std::move(envelope).finish(answer->document.problems, outcome, std::move(notice));
}

}  // namespace milepost
