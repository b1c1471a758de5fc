// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/docs_generate.h"

#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/completion.h"
#include "operations/envelope.h"
#include "operations/man_pages.h"
#include "operations/reference_pages.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{
    Parameter{.name = "check", .summary = "write nothing; name the stale files and end with 1 if there are any"}};
constexpr std::array kExamples{Example{"milepost docs generate --check", "as a test calls it"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["stale","files"],"properties":{
"stale":{"type":"array","items":{"type":"string"}},"files":{"type":"integer"}}})json";

}  // namespace

constinit const Operation kDocsGenerateOperation{
    .name = "docs_generate",
    .command = "docs generate",
    .group = "The program itself",
    .summary = "write the reference pages of milepost itself",
    .description =
        "Writes docs/reference, docs/man and docs/completions below the root. It is meant for the source tree of\n"
        "milepost. With --json it never writes, it only names what is stale.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_docs_generate};

Result<std::vector<GeneratedFile>> generate_docs(OperationTable table) {
  std::vector<GeneratedFile> files = reference_pages(table);
  auto dialects = dialect_pages();
  if (!dialects) return std::unexpected(std::move(dialects).error());
  for (auto& page : *dialects) files.push_back(std::move(page));
  for (auto& page : man_pages(table)) files.push_back(std::move(page));
  for (const std::string_view shell : {"bash", "zsh", "fish"}) {
    files.push_back({"docs/completions/milepost." + std::string(shell), std::string(completion_script(shell))});
  }
  return files;
}

Result<std::vector<GeneratedFile>> stale_docs(Session& session) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  auto files = generate_docs(session.operations());
  if (!files) return files;
  std::erase_if(*files, [&](const GeneratedFile& file) {
    const auto present = (*workspace)->read(file.path);
    return present && present->bytes() == file.text;
  });
  return files;
}

Result<JsonText> invoke_docs_generate(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kDocsGenerateOperation, arguments); !good) return std::unexpected(good.error());
  auto stale = stale_docs(session);
  if (!stale) return std::unexpected(std::move(stale).error());
  auto files = generate_docs(session.operations());
  if (!files) return std::unexpected(std::move(files).error());
  Envelope envelope(kDocsGenerateOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("stale").begin_array();
  for (const GeneratedFile& file : *stale) json.string(file.path);
  json.end_array().field("files", files->size()).end_object();
  return std::move(envelope).finish({}, stale->empty() ? Outcome::done : Outcome::findings);
}

}  // namespace milepost
