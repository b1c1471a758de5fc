// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_list.h"

#include <array>
#include <utility>

#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kExamples{Example{"milepost dialect list", "what kinds of documents are understood here"}};
constexpr std::array<int, 3> kExitCodes{0, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["dialects"],"properties":{
"dialects":{"type":"array","items":{"type":"object","required":["name","summary","origin"],"properties":{
 "name":{"type":"string"},"summary":{"type":"string"},"origin":{"type":"string"}}}}}})json";

}  // namespace

constinit const Operation kDialectListOperation{
    .name = "dialect_list",
    .command = "dialect list",
    .group = "Dialects and configuration",
    .summary = "list the families of documents that are understood",
    .description =
        "Lists the dialects: those built in and those that the workspace describes in .milepost/dialects/*.toml.\n"
        "A dialect of the workspace with the name of a built-in one replaces it.",
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_dialect_list};

Result<JsonText> invoke_dialect_list(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kDialectListOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  Envelope envelope(kDialectListOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("dialects").begin_array();
  for (const DialectInfo& info : (*workspace)->dialects().infos()) {
    json.begin_object()
        .field("name", info.name)
        .field("summary", info.summary)
        .field("origin", info.origin)
        .end_object();
  }
  json.end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
