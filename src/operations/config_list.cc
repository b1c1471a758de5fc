// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/config_list.h"

#include <array>
#include <utility>

#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

// A JSON string is a TOML basic string too.
struct TomlText {
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const std::string& text) const {
    std::string out;
    JsonWriter(out).string(text);
    return out;
  }
  std::string operator()(const std::vector<std::string>& texts) const {
    std::string out = "[";
    for (const std::string& text : texts) out.append(out.size() > 1 ? ", " : "").append((*this)(text));
    return out + "]";
  }
};

struct ValueWriter {
  JsonWriter& json;
  void operator()(bool truth) const { json.boolean(truth); }
  void operator()(std::int64_t number) const { json.integer(number); }
  void operator()(const std::string& text) const { json.string(text); }
  void operator()(const std::vector<std::string>& texts) const {
    json.begin_array();
    for (const std::string& text : texts) json.string(text);
    json.end_array();
  }
};

constexpr std::array kParameters{Parameter{.name = "show-origin", .summary = "say where each value came from"}};
constexpr std::array kExamples{Example{"milepost config list --show-origin", "what is in force, and why"}};
constexpr std::array<int, 3> kExitCodes{0, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["values"],"properties":{
"values":{"type":"array","items":{"type":"object","required":["name","value","origin","place"],"properties":{
 "name":{"type":"string"},"value":{"type":["boolean","integer","string","array"]},
 "origin":{"enum":["default","user","project","environment","flag"]},
 "place":{"type":["string","null"]}}}}}})json";

}  // namespace

constinit const Operation kConfigListOperation{
    .name = "config_list",
    .command = "config list",
    .group = "Dialects and configuration",
    .summary = "list the configuration in force",
    .description =
        "Lists every configuration value. A flag goes before the environment, then milepost.toml at the root, then\n"
        "milepost/config.toml of the user, then the default.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_config_list};

std::string to_toml(const ConfigValue& value) { return std::visit(TomlText{}, value); }

std::string_view to_string(ConfigOrigin origin) {
  constexpr std::array<std::string_view, 5> kWords{"default", "user", "project", "environment", "flag"};
  return kWords.at(static_cast<std::size_t>(origin));
}

std::string_view to_string(ConfigType type) {
  constexpr std::array<std::string_view, 4> kWords{"boolean", "integer", "text", "list of texts"};
  return kWords.at(static_cast<std::size_t>(type));
}

Result<JsonText> invoke_config_list(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kConfigListOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  Envelope envelope(kConfigListOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("values").begin_array();
  for (const ConfigEntry& entry : (*workspace)->config().entries()) {
    json.begin_object().field("name", entry.name).key("value");
    std::visit(ValueWriter{json}, entry.value);
    json.field("origin", to_string(entry.origin)).key("place");
    entry.place.empty() ? json.null() : json.string(entry.place);
    json.end_object();
  }
  json.end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
