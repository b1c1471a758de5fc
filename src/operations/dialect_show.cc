// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_show.h"

#include <array>
#include <utility>

#include "core/base/suggest.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{Parameter{.name = "name",
                                           .kind = ParameterKind::text,
                                           .value_name = "NAME",
                                           .summary = "the dialect",
                                           .values = Values::dialects,
                                           .positional = true,
                                           .required = true}};
constexpr std::array kExamples{
    Example{"milepost dialect show generic > .milepost/dialects/generic.toml", "a starting point for one's own"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema =
    R"json({"type":"object","required":["name","summary","origin","toml"],"properties":{
"name":{"type":"string"},"summary":{"type":"string"},"origin":{"type":"string"},"toml":{"type":"string"}}})json";

}  // namespace

constinit const Operation kDialectShowOperation{
    .name = "dialect_show",
    .command = "dialect show",
    .group = "Dialects and configuration",
    .summary = "print the description of a dialect",
    .description = "Prints the TOML description of a dialect as it is used.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_dialect_show};

Result<const DialectInfo*> dialect_show(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kDialectShowOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const DialectSet& dialects = (*workspace)->dialects();
  const std::string name(arguments.text("name"));
  const DialectInfo* info = dialects.find_info(name);
  if (info != nullptr) return info;
  auto failure = fail(ErrorKind::not_found, "no dialect is called '" + name + "'");
  std::vector<std::string> known;
  for (const DialectInfo& row : dialects.infos()) known.push_back(row.name);
  for (const auto& near : nearest(name, known, 3)) failure.error().hints.push_back("did you mean '" + near + "'?");
  failure.error().hints.emplace_back("`milepost dialect list` shows them all");
  return failure;
}

Result<JsonText> invoke_dialect_show(Session& session, const Arguments& arguments) {
  auto info = dialect_show(session, arguments);
  if (!info) return std::unexpected(std::move(info).error());
  Envelope envelope(kDialectShowOperation.name, session.root());
  envelope.data().begin_object().field("name", (*info)->name).field("summary", (*info)->summary);
  envelope.data().field("origin", (*info)->origin).field("toml", (*info)->toml).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
