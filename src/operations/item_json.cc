// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/item_json.h"

#include <array>
#include <cmath>
#include <optional>

#include "core/document/revision.h"

namespace milepost {
namespace {

void write_text(JsonWriter& json, std::string_view name, const std::optional<Stated<std::string>>& text) {
  json.key(name);
  text ? json.string(text->value) : json.null();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Stated<Date>>& date) {
  json.key(name);
  date ? json.string(to_string(date->value)) : json.null();
}

void write_effort(JsonWriter& json, std::string_view name, const std::optional<Stated<Effort>>& effort) {
  json.key(name);
  if (!effort) {
    json.null();
    return;
  }
  const Effort& value = effort->value;
  json.begin_object().field("low", value.low).field("high", value.high);
  json.field("unit", to_string(value.unit)).field("text", value.text).end_object();
}

void write_percent(JsonWriter& json, std::string_view name, const std::optional<double>& percent) {
  json.key(name);
  percent ? json.number(rounded_percent(*percent)) : json.null();
}

void write_head(JsonWriter& json, const DocumentSummary& document, const Item& item) {
  json.field("path", document.path).field("line", item.line);
  write_text(json, "id", item.id);
  write_text(json, "title", item.title);
  json.field("dialect", document.dialect).field("kind", to_string(item.kind)).key("status");
  if (item.status) {
    write_status(json, item.status->value);
  } else {
    json.null();
  }
  write_text(json, "owner", item.owner);
}

void write_measures(JsonWriter& json, const Item& item) {
  json.key("dates").begin_object();
  write_date(json, "created", item.created);
  write_date(json, "updated", item.updated);
  write_date(json, "start", item.start);
  write_date(json, "target", item.target);
  write_date(json, "completed", item.completed);
  json.end_object().key("progress").begin_object();
  write_count(json, "boxes", item.progress.boxes);
  write_count(json, "tasks", item.progress.tasks);
  write_percent(json, "stated", item.progress.stated);
  write_percent(json, "computed", item.progress.computed);
  json.end_object().key("effort").begin_object();
  write_effort(json, "estimated", item.effort_estimated);
  write_effort(json, "actual", item.effort_actual);
  json.end_object().key("risk");
  item.risk ? json.string(to_string(item.risk->value.level)) : json.null();
}

void write_links(JsonWriter& json, const Corpus& corpus, ItemKey key) {
  const Item& item = corpus.item(key);
  const ItemLinks& links = corpus.links(key);
  json.key("depends_on").begin_array();
  for (const Reference& reference : item.depends_on) json.string(reference.text);
  json.end_array().key("parent");
  links.parent ? json.string(corpus.name_of(*links.parent)) : json.null();
  json.key("children").begin_array();
  for (const ItemKey child : links.children) json.string(corpus.name_of(child));
  for (const std::uint32_t stranger : links.strangers) json.string(item.children[stranger].text);
  json.end_array().key("tags").begin_array();
  for (const auto& tag : item.tags) json.string(tag.value);
  json.end_array();
}

// Writes where stated values stand.
class PlaceWriter {
 public:
  PlaceWriter(JsonWriter& json, const SourceText& source) : json_(&json), source_(&source) {}

  template <typename T>
  void add(std::string_view name, const std::optional<Stated<T>>& stated) {
    if (stated) write(name, stated->where, to_string(stated->carrier));
  }

  void write(std::string_view name, ByteRange where, std::string_view carrier) {
    json_->key(name).begin_object();
    const bool known = !where.empty() && where.end <= source_->bytes().size();
    const LineColumn place = known ? source_->position(where.begin) : LineColumn{0, 0};
    json_->field("line", place.line).field("column", place.byte_column);
    json_->field("begin", where.begin).field("end", where.end).field("carrier", carrier).end_object();
  }

 private:
  JsonWriter* json_;
  const SourceText* source_;
};

void write_places(JsonWriter& json, const Item& item, const SourceText& source) {
  PlaceWriter places(json, source);
  json.begin_object();
  places.add("id", item.id);
  places.add("title", item.title);
  places.add("status", item.status);
  places.add("owner", item.owner);
  places.add("dates.created", item.created);
  places.add("dates.updated", item.updated);
  places.add("dates.start", item.start);
  places.add("dates.target", item.target);
  places.add("dates.completed", item.completed);
  places.add("effort.estimated", item.effort_estimated);
  places.add("effort.actual", item.effort_actual);
  places.add("risk", item.risk);
  for (std::size_t i = 0; i < item.tags.size(); ++i) {
    places.write("tags." + std::to_string(i), item.tags[i].where, to_string(item.tags[i].carrier));
  }
  for (std::size_t i = 0; i < item.depends_on.size(); ++i) {
    places.write("depends_on." + std::to_string(i), item.depends_on[i].where, "reference");
  }
  json.end_object();
}

constexpr std::string_view kDefinitions = R"json({
"nullable_text":{"type":["string","null"]},
"nullable_date":{"type":["string","null"],"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
"nullable_percent":{"type":["number","null"]},
"category":{"enum":["planned","active","blocked","done","cancelled","archived","unknown"]},
"status":{"type":"object","required":["category","text","note"],"properties":{
 "category":{"$ref":"#/$defs/category"},
 "text":{"type":"string","description":"as written"},
 "note":{"type":"string","description":"what was cut off the status word"}}},
"count":{"type":"object","required":["done","total"],"properties":{
 "done":{"type":"integer","minimum":0},"total":{"type":"integer","minimum":0}}},
"effort":{"type":["object","null"],"required":["low","high","unit","text"],"properties":{
 "low":{"type":"number"},"high":{"type":"number"},
 "unit":{"enum":["minutes","hours","days","weeks","months","person_days","person_weeks","points","sessions","size"]},
 "text":{"type":"string"}}},
"place":{"type":"object","required":["line","column","begin","end","carrier"],"properties":{
 "line":{"type":"integer"},"column":{"type":"integer"},"begin":{"type":"integer"},"end":{"type":"integer"},
 "carrier":{"type":"string"}}},
"item":{"type":"object",
 "required":["path","line","id","title","dialect","kind","status","owner","dates","progress","effort","risk","depends_on","parent","children","tags","revision"],
 "properties":{
 "path":{"type":"string","description":"relative to the root"},
 "line":{"type":"integer","minimum":1},
 "id":{"$ref":"#/$defs/nullable_text"},
 "title":{"$ref":"#/$defs/nullable_text"},
 "dialect":{"type":"string"},
 "kind":{"enum":["milestone","sprint","phase","plan","overview","task","epic"]},
 "status":{"anyOf":[{"$ref":"#/$defs/status"},{"type":"null"}]},
 "owner":{"$ref":"#/$defs/nullable_text"},
 "dates":{"type":"object","required":["created","updated","start","target","completed"],"properties":{
  "created":{"$ref":"#/$defs/nullable_date"},"updated":{"$ref":"#/$defs/nullable_date"},
  "start":{"$ref":"#/$defs/nullable_date"},"target":{"$ref":"#/$defs/nullable_date"},
  "completed":{"$ref":"#/$defs/nullable_date"}}},
 "progress":{"type":"object","required":["boxes","tasks","stated","computed"],"properties":{
  "boxes":{"$ref":"#/$defs/count"},"tasks":{"$ref":"#/$defs/count"},
  "stated":{"$ref":"#/$defs/nullable_percent"},"computed":{"$ref":"#/$defs/nullable_percent"}}},
 "effort":{"type":"object","required":["estimated","actual"],"properties":{
  "estimated":{"$ref":"#/$defs/effort"},"actual":{"$ref":"#/$defs/effort"}}},
 "risk":{"enum":["none","low","medium","high","critical",null]},
 "depends_on":{"type":"array","items":{"type":"string"},"description":"ids as stated"},
 "parent":{"$ref":"#/$defs/nullable_text"},
 "children":{"type":"array","items":{"type":"string"}},
 "tags":{"type":"array","items":{"type":"string"}},
 "revision":{"type":"string","pattern":"^[0-9a-f]{16}$"},
 "at":{"type":["object","null"],"additionalProperties":{"$ref":"#/$defs/place"},"description":"only with --provenance"}}},
"range":{"type":"object","required":["begin","end"],"properties":{
 "begin":{"type":"integer"},"end":{"type":"integer"}},"description":"byte offsets, half open"},
"relation":{"type":"object","required":["name","path","line","title","category"],"properties":{
 "name":{"type":"string"},"path":{"type":"string"},"line":{"type":"integer"},
 "title":{"$ref":"#/$defs/nullable_text"},"category":{"type":["string","null"]}}},
"finding":{"type":"object","required":["id","slug","severity","path","line","column","range","message"],"properties":{
 "id":{"type":"string"},"slug":{"type":"string"},"severity":{"enum":["error","warning","info"]},
 "path":{"type":"string"},"line":{"type":"integer","minimum":0},"column":{"type":"integer","minimum":0},
 "range":{"$ref":"#/$defs/range"},
 "message":{"type":"string"}}}
})json";

}  // namespace

double rounded_percent(double percent) { return std::round(percent * 100) / 100; }

void write_status(JsonWriter& json, const Status& status) {
  json.begin_object().field("category", to_string(status.category));
  json.field("text", status.text).field("note", status.note).end_object();
}

void write_count(JsonWriter& json, std::string_view name, const Count& count) {
  json.key(name).begin_object().field("done", count.done).field("total", count.total).end_object();
}

void write_item(JsonWriter& json, const Corpus& corpus, ItemKey key, const SourceOf& source_of) {
  const DocumentSummary& document = corpus.document_of(key);
  const Item& item = corpus.item(key);
  json.begin_object();
  write_head(json, document, item);
  write_measures(json, item);
  write_links(json, corpus, key);
  json.field("revision", revision_text(document.revision));
  if (source_of) {
    json.key("at");
    const SourceText* source = source_of(key);
    if (source != nullptr) {
      write_places(json, item, *source);
    } else {
      json.null();
    }
  }
  json.end_object();
}

std::string_view item_schema_definitions() { return kDefinitions; }

}  // namespace milepost
