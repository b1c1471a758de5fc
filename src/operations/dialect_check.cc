// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dialect_check.h"

#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{
    Parameter{.name = "file",
              .kind = ParameterKind::text,
              .value_name = "FILE",
              .summary = "a dialect file below the root; without one, all of the workspace",
              .values = Values::files,
              .positional = true,
              .many = true}};
constexpr std::array kExamples{Example{"milepost dialect check", "the dialects of this workspace"},
                               Example{"milepost dialect check drafts/team.toml", "one that is not in use yet"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["checked"],"properties":{
"checked":{"type":"array","items":{"type":"string"}}}})json";

}  // namespace

constinit const Operation kDialectCheckOperation{
    .name = "dialect_check",
    .command = "dialect check",
    .group = "Dialects and configuration",
    .summary = "check dialect files",
    .description =
        "Checks the dialects of the workspace, or the files that are named. What is wrong is told with file, line and\n"
        "column, and ends with exit code 2.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_dialect_check};

Result<std::vector<std::string>> dialect_check(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kDialectCheckOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  std::vector<std::string> checked;
  const auto files = arguments.all("file");
  if (files.empty()) {
    for (const DialectInfo& info : (*workspace)->dialects().infos()) checked.push_back(info.name);
    return checked;
  }
  auto dialects = DialectSet::built_in();
  if (!dialects) return std::unexpected(std::move(dialects).error());
  for (const std::string& file : files) {
    auto text = (*workspace)->read(file);
    if (!text) return std::unexpected(std::move(text).error());
    if (auto added = dialects->add(file, text->bytes()); !added) return std::unexpected(std::move(added).error());
    checked.push_back(file);
  }
  return checked;
}

Result<JsonText> invoke_dialect_check(Session& session, const Arguments& arguments) {
  auto checked = dialect_check(session, arguments);
  if (!checked) return std::unexpected(std::move(checked).error());
  Envelope envelope(kDialectCheckOperation.name, session.root());
  envelope.data().begin_object().key("checked").begin_array();
  for (const std::string& name : *checked) envelope.data().string(name);
  envelope.data().end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
