// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/schema.h"

#include <array>
#include <utility>

#include "core/base/suggest.h"
#include "core/base/wording.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::string_view kErrorData =
    R"json({"type":"object","required":["kind","message","place","frames","hints"],"properties":{
"kind":{"enum":["usage","not_found","ambiguous","conflict","refused","invalid_document","io","git","unavailable","interrupted","internal"]},
"message":{"type":"string"},
"place":{"type":["object","null"],"required":["path","line","column"],"properties":{
 "path":{"type":"string"},"line":{"type":"integer"},"column":{"type":"integer"}}},
"frames":{"type":"array","items":{"type":"string"}},
"hints":{"type":"array","items":{"type":"string"}}}})json";

std::string frame(std::string_view name, std::string_view summary, std::string_view data_schema) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().field("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.field("title", "milepost." + std::string(name) + "/1").field("description", summary).field("type", "object");
  json.key("required").raw(R"(["schema","root","data","problems","exit"])").key("properties").begin_object();
  json.key("schema").begin_object().field("const", "milepost." + std::string(name) + "/1").end_object();
  json.key("root").raw(R"({"type":["string","null"],"description":"absolute path of the workspace"})");
  json.key("data").raw(data_schema);
  json.key("problems").raw(R"({"type":"array","items":{"$ref":"#/$defs/finding"}})");
  json.key("exit").raw(R"({"type":"integer","description":"the exit code of the command line"})");
  json.end_object().key("$defs").raw(item_schema_definitions()).end_object();
  return to_indented_json(text);
}

constexpr std::array kParameters{Parameter{.name = "operation",
                                           .kind = ParameterKind::text,
                                           .value_name = "OPERATION",
                                           .summary = "the operation, as in \"list\" or \"dialect list\"",
                                           .values = Values::operations,
                                           .positional = true,
                                           .required = true,
                                           .many = true}};
constexpr std::array kExamples{Example{"milepost schema list", "what list --json answers"}};
constexpr std::array<int, 2> kExitCodes{0, 2};
constexpr std::string_view kSchema = R"json({"type":"object","required":["operation","schema"],"properties":{
"operation":{"type":"string"},"schema":{"type":"object"}}})json";

}  // namespace

constinit const Operation kSchemaOperation{
    .name = "schema",
    .command = "schema",
    .group = "The program itself",
    .summary = "print the JSON schema of an operation's answer",
    .description =
        "Prints the JSON schema (draft 2020-12) of what OPERATION answers with "
        "--json. \"error\" names the answer to a\nrequest that could not be done.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_schema};

std::string envelope_schema(const Operation& operation) {
  return frame(operation.name, operation.summary, operation.data_schema);
}

std::string error_schema() { return frame("error", "why a request could not be done", kErrorData); }

Result<const Operation*> find_schema_operation(OperationTable table, const Arguments& arguments) {
  const std::string name = joined(arguments.all("operation"), " ");
  const Operation* operation = find_operation(table, name);
  if (operation != nullptr) return operation;
  auto failure = fail(ErrorKind::usage, "no operation is called '" + name + "'");
  const auto known = visible_commands(table);
  for (const auto& near : nearest(name, known, 3)) failure.error().hints.push_back("did you mean '" + near + "'?");
  return failure;
}

Result<JsonText> invoke_schema(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kSchemaOperation, arguments); !good) return std::unexpected(good.error());
  const bool is_error = arguments.text("operation") == "error";
  auto operation =
      is_error ? Result<const Operation*>(&kSchemaOperation) : find_schema_operation(session.operations(), arguments);
  if (!operation) return std::unexpected(std::move(operation).error());
  Envelope envelope(kSchemaOperation.name, "");
  envelope.data().begin_object().field("operation", is_error ? "error" : (*operation)->name);
  envelope.data().key("schema").raw(is_error ? error_schema() : envelope_schema(**operation)).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
