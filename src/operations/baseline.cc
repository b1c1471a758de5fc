// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/baseline.h"

#include <array>
#include <utility>

#include "core/rules/baseline.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/run_check.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::string_view kStandardPath = ".milepost-baseline";

constexpr std::array kParameters{Parameter{.name = "file",
                                           .kind = ParameterKind::text,
                                           .value_name = "FILE",
                                           .summary = "where to write it, relative to the root",
                                           .values = Values::files,
                                           .default_text = ".milepost-baseline"}};
constexpr std::array kExamples{Example{"milepost baseline", "from now on only new findings"}};
constexpr std::array<int, 3> kExitCodes{0, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["path","findings","text"],"properties":{
"path":{"type":"string"},"findings":{"type":"integer"},"text":{"type":"string"}}})json";

// Written without links and dots, so that it stays inside.
bool is_inside(std::string_view path) {
  return !path.empty() && path.front() != '/' && path.find("..") == std::string_view::npos;
}

}  // namespace

constinit const Operation kBaselineOperation{
    .name = "baseline",
    .command = "baseline",
    .group = "Check",
    .summary = "write down today's findings, so that only new ones are shown",
    .description =
        "Writes all findings of the rules that are on into a file that `check` leaves out from then on. The file is\n"
        "used when check.baseline in milepost.toml names it, or with `check --baseline FILE`. A finding is known\n"
        "again by its rule, its file and the text of its line. With --json nothing is written.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_baseline};

Result<BaselineAnswer> baseline(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kBaselineOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const std::string configured = (*workspace)->config().get_text("check.baseline");
  std::string path(arguments.text("file"));
  if (path.empty()) path = configured.empty() ? std::string(kStandardPath) : configured;
  if (!is_inside(path)) return fail(ErrorKind::usage, "The baseline must lie below the root: '" + path + "'.");
  CheckRequest everything;
  everything.baseline = "";
  everything.severity = Severity::info;
  auto checked = check(session, everything);
  if (!checked) return std::unexpected(std::move(checked).error());
  std::vector<BaselineEntry> entries;
  for (const CheckedFinding& found : checked->findings) {
    entries.push_back({std::string(found.finding.id), found.fingerprint, found.finding.path});
  }
  const bool is_configured = configured == path;
  return BaselineAnswer{
      {std::move(path), to_baseline_text(std::move(entries))}, checked->findings.size(), is_configured};
}

Result<JsonText> invoke_baseline(Session& session, const Arguments& arguments) {
  auto answer = baseline(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kBaselineOperation.name, session.root());
  envelope.data().begin_object().field("path", answer->file.path).field("findings", answer->findings);
  envelope.data().field("text", answer->file.text).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
