// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/check.h"

#include <utility>

#include "operations/arguments.h"
#include "operations/check_json.h"
#include "operations/envelope.h"
#include "operations/plan_movement.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{
    Parameter{.name = "what",
              .kind = ParameterKind::text,
              .value_name = "PATH|ID",
              .summary = "only these documents: files, folders or ids",
              .values = Values::ids,
              .positional = true,
              .many = true},
    Parameter{.name = "select",
              .kind = ParameterKind::list,
              .value_name = "RULES",
              .summary = "only these rules: ids, beginnings of ids, names, groups, all",
              .values = Values::rules},
    Parameter{.name = "ignore",
              .kind = ParameterKind::list,
              .value_name = "RULES",
              .summary = "not these rules",
              .values = Values::rules},
    Parameter{.name = "changed-since",
              .kind = ParameterKind::text,
              .value_name = "REV",
              .summary = "only documents that have changed since they parted from REV, and what they affect"},
    Parameter{.name = "report",
              .kind = ParameterKind::text,
              .value_name = "REV",
              .summary = "how the change since REV moves the plan, as Markdown for a pull request"},
    Parameter{.name = "staged", .summary = "only what the next commit changes and affects, as it will be committed"},
    Parameter{.name = "preview", .summary = "the rules that are new as well"},
    Parameter{.name = "severity",
              .kind = ParameterKind::text,
              .value_name = "LEVEL",
              .summary = "the least severity that is shown",
              .values = Values::choices,
              .choices = kSeverityWords,
              .default_text = "info"},
    Parameter{.name = "watch", .summary = "check again whenever documents change, until Ctrl-C"},
    Parameter{.name = "baseline",
              .kind = ParameterKind::text,
              .value_name = "FILE",
              .summary = "leave out the findings that this file knows; \"\" leaves out none",
              .values = Values::files},
    Parameter{.name = "statistics", .summary = "how often each rule found something, not each finding"},
    Parameter{.name = "format",
              .kind = ParameterKind::text,
              .value_name = "FORMAT",
              .summary = "how to print",
              .values = Values::choices,
              .choices = kCheckFormats,
              .default_text = "text",
              .letter = 'f'},
    Parameter{.name = "output",
              .kind = ParameterKind::text,
              .value_name = "FILE",
              .summary = "write to this file instead of standard output",
              .values = Values::files,
              .letter = 'o'},
};
constexpr std::array kExamples{
    Example{"milepost check", "everything"},
    Example{"milepost check docs/milestones --ignore hygiene", "one folder, without matters of taste"},
    Example{"milepost check M3 --select truth,MP402", "one milestone, a few rules"},
    Example{"milepost check --changed-since origin/main", "what a pull request changes and affects"},
    Example{"milepost check --format sarif --output milepost.sarif", "for code scanning"},
    Example{"milepost check --format short", "one line for each finding, as editors and grep like it"},
};
constexpr std::array<int, 5> kExitCodes{0, 1, 2, 5, 130};
constexpr std::string_view kDescription =
    "Checks documents by the rules that `milepost rule list` names and `milepost explain` explains, and changes\n"
    "nothing. It ends with 1 when something of severity error or warning was found (check.fail_on sets another "
    "level),\n"
    "else with 0.\n"
    "\n"
    "Rules are turned off or made graver in milepost.toml, for all documents or for some:\n"
    "\n"
    "  [rules]\n"
    "  MP304 = { severity = \"info\", tolerance = 10 }\n"
    "  [[rules.for]]\n"
    "  paths = [\"archive/**\"]\n"
    "  truth = \"off\"\n"
    "\n"
    "One finding is silenced by a comment above its line:\n"
    "\n"
    "  <!-- milepost-disable-next-line MP301: the rest comes with the release until 2027-01-01 -->\n"
    "\n"
    "There is -line, -next-line, -section and -file. A comment that silences nothing is a finding itself.";
constexpr std::string_view kSchema = R"json({"type":"object",
"required":["findings","documents","counts","known","statistics","skipped"],"properties":{
"findings":{"type":"array","items":{"type":"object",
 "required":["id","slug","severity","path","line","column","range","message","advice","line_text","fingerprint","fixes"],
 "properties":{"id":{"type":"string"},"slug":{"type":"string"},"severity":{"enum":["error","warning","info"]},
 "path":{"type":"string"},"line":{"type":"integer","description":"0: the whole file"},"column":{"type":"integer"},
 "range":{"$ref":"#/$defs/range"},"message":{"type":"string"},"advice":{"type":"string"},
 "line_text":{"type":"string"},"fingerprint":{"type":"string"},
 "fixes":{"type":"array","items":{"type":"object","required":["what","safe","edits"],"properties":{
  "what":{"type":"string"},"safe":{"type":"boolean"},"edits":{"type":"array","items":{"type":"object",
   "required":["path","begin","end","replacement"],"properties":{"path":{"type":"string"},"begin":{"type":"integer"},
   "end":{"type":"integer"},"replacement":{"type":"string"}}}}}}}}}},
"documents":{"type":"integer","description":"that were checked"},
"counts":{"type":"object","required":["error","warning","info"],"additionalProperties":{"type":"integer"}},
"known":{"type":"integer","description":"findings that the baseline knows and that are left out"},
"skipped":{"type":"array","description":"rules that could not run, and why","items":{"type":"object",
 "required":["rules","reason"],"properties":{"rules":{"type":"string"},"reason":{"type":"string"}}}},
"statistics":{"type":"array","items":{"type":"object","required":["id","slug","count"],"properties":{
 "id":{"type":"string"},"slug":{"type":"string"},"count":{"type":"integer"}}}},
"movement":{"type":"object","description":"of --report, whose findings are the new ones","required":["base","gone","items"],
 "properties":{"base":{"type":"string"},"gone":{"type":"array","items":{"type":"object"}},
 "items":{"type":"array","items":{"type":"object","required":["name","title","kind","before","after"],"properties":{
  "name":{"type":"string"},"title":{"type":"string"},"kind":{"type":"string"},
  "before":{"type":["object","null"]},"after":{"type":["object","null"]}}}}}}}})json";

}  // namespace

constinit const Operation kCheckOperation{.name = "check",
                                          .command = "check",
                                          .group = "Check",
                                          .summary = "find what is wrong in the documents",
                                          .description = kDescription,
                                          .parameters = kParameters,
                                          .examples = kExamples,
                                          .exit_codes = kExitCodes,
                                          .data_schema = kSchema,
                                          .invoke = invoke_check};

Result<CheckRequest> parse_check_request(const Operation& operation, const Arguments& arguments) {
  if (auto good = check_arguments(operation, arguments); !good) return std::unexpected(std::move(good).error());
  CheckRequest request;
  request.what = arguments.all("what");
  request.select = arguments.list("select");
  request.ignore = arguments.list("ignore");
  request.preview = arguments.has("preview");
  request.statistics = arguments.has("statistics");
  request.changed_since = arguments.text("changed-since");
  request.report = arguments.text("report");
  request.staged = arguments.has("staged");
  if (request.staged && arguments.has("changed-since"))
    return fail(ErrorKind::usage, "--staged and --changed-since can not be asked for together");
  for (const char* name : {"changed-since", "report"}) {
    if (arguments.has(name) && arguments.text(name).empty())
      return fail(ErrorKind::usage, "--" + std::string(name) + " needs a revision, such as origin/main");
  }
  request.severity = parse_severity(arguments.text("severity"));
  if (arguments.has("baseline")) request.baseline = arguments.text("baseline");
  if (arguments.has("format")) request.format = arguments.text("format");
  if (arguments.has("output")) request.output = arguments.text("output");
  const bool counts = request.format == "text" || request.format == "json";
  if (request.statistics && !counts)
    return fail(ErrorKind::usage, "--statistics goes with the formats text and json, not with " + request.format);
  return request;
}

Result<JsonText> invoke_check(Session& session, const Arguments& arguments) {
  auto request = parse_check_request(kCheckOperation, arguments);
  if (!request) return std::unexpected(std::move(request).error());
  if (!request->report.empty()) {
    const auto movement = find_plan_movement(session, *request);
    if (!movement) return std::unexpected(movement.error());
    Envelope envelope(kCheckOperation.name, session.root());
    write_movement(envelope.data(), *movement);
    return std::move(envelope).finish({}, movement->fails ? Outcome::findings : Outcome::done);
  }
  auto answer = check(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kCheckOperation.name, session.root());
  write_check(envelope.data(), *answer, request->statistics ? FindingsInJson::left_out : FindingsInJson::written);
  return std::move(envelope).finish({}, answer->fails ? Outcome::findings : Outcome::done, answer->notice);
}

}  // namespace milepost
