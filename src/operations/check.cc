// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/check.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/rules/baseline.h"
#include "core/rules/catalog.h"
#include "operations/arguments.h"
#include "operations/change_scope.h"
#include "operations/check_json.h"
#include "operations/chosen_documents.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/plan_movement.h"
#include "operations/rule_session.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 3> kSeverityWords{"error", "warning", "info"};

// What one worker says of one document.
struct CheckedDocument {
  std::vector<CheckedFinding> findings;
  std::vector<SilencedFinding> silenced;
};

CheckedDocument to_checked_document(DocumentFindings found, const SourceText& source) {
  CheckedDocument checked;
  PlaceFinder places(source);
  for (Finding& finding : found.findings) checked.findings.push_back(to_checked(std::move(finding), source, places));
  for (Silenced& one : found.silenced)
    checked.silenced.push_back({to_checked(std::move(one.finding), source, places), true, std::move(one.reason)});
  return checked;
}

// What is to be checked. For the index the rules get to see its bytes from here on.
Result<DocumentChoice> choose(Session& session, const CheckRequest& request, RuleSession& rules) {
  auto choice = DocumentChoice::make(rules.workspace(), rules.corpus(), request.what);
  if (!choice || (request.changed_since.empty() && !request.staged)) return choice;
  const auto scope = request.staged ? find_staged_changes(session) : find_changes_since(session, request.changed_since);
  if (!scope) return std::unexpected(scope.error());
  if (!scope->bytes.empty()) rules.suppose(scope->bytes);
  choice->keep_only(affected_paths(rules, scope->changed));
  return choice;
}

void find_all(const RuleSession& rules, const DocumentChoice& choice, CheckAnswer& answer) {
  const std::vector<std::uint32_t> chosen = choice.documents_of(rules.corpus());
  std::vector<CheckedDocument> parts(chosen.size());
  rules.run_fully(chosen, [&](std::size_t index, const DocumentReading& reading, DocumentFindings found) {
    parts[index] = to_checked_document(std::move(found), reading.source());
  });
  for (const std::uint32_t document : chosen) answer.documents.push_back(rules.corpus().documents()[document].path);
  for (CheckedDocument& part : parts) {
    std::ranges::move(part.findings, std::back_inserter(answer.findings));
    std::ranges::move(part.silenced, std::back_inserter(answer.silenced));
  }
  for (Finding& finding : rules.find_in_unread()) {
    if (choice.takes(finding.path)) answer.findings.push_back(to_checked_unread(std::move(finding)));
  }
  std::ranges::stable_sort(answer.findings, is_before);
  count_occurrences(answer.findings);
}

Result<void> leave_out_known(const Workspace& workspace, const CheckRequest& request, CheckAnswer& answer) {
  const std::string path = request.baseline.value_or(workspace.config().get_text("check.baseline"));
  if (path.empty()) return {};
  auto text = workspace.read(path);
  if (!text) return std::unexpected(std::move(text).error());
  auto baseline = Baseline::parse(path, text->bytes());
  if (!baseline) return std::unexpected(std::move(baseline).error());
  std::erase_if(answer.findings, [&](CheckedFinding& checked) {
    const bool is_known = baseline->take({std::string(checked.finding.id), checked.fingerprint, checked.finding.path});
    if (is_known) answer.silenced.push_back({std::move(checked), false, {}});
    answer.known += is_known ? 1 : 0;
    return is_known;
  });
  return {};
}

// A slip of the pen must not cost a document.
Result<void> spare_documents(const RuleSession& rules, const std::string& output) {
  if (output.empty() || output == "-") return {};
  const auto path = rules.workspace().to_relative(output);
  const auto& documents = rules.corpus().documents();
  const bool is_document = path && std::ranges::binary_search(documents, *path, {}, &DocumentSummary::path);
  if (!is_document) return {};
  return fail(ErrorKind::usage, "--output would overwrite the document " + *path);
}

// A folder without a repository is nothing odd, so people are told only when they asked for these rules. In JSON it is
// always said.
void tell_of_history(const RuleSession& rules, const CheckRequest& request, CheckAnswer& answer) {
  const auto& trouble = rules.history_trouble();
  if (!trouble) return;
  answer.history_skipped = trouble->message;
  if (trouble->kind != ErrorKind::not_found || !request.select.empty())
    answer.notice = "the rules of the group git were skipped: " + answer.history_skipped;
}

std::vector<RuleCount> count_by_rule(const std::vector<CheckedFinding>& findings) {
  std::map<std::string_view, RuleCount> counts;
  for (const CheckedFinding& checked : findings) {
    RuleCount& row = counts[checked.finding.id];
    row.about = &find_rule(checked.finding.id)->about;
    row.severity = std::min(row.severity, checked.finding.severity);
    ++row.count;
    row.mendable += checked.finding.fixes.empty() ? 0 : 1;
  }
  std::vector<RuleCount> rows;
  for (const auto& [id, row] : counts) rows.push_back(row);
  return rows;
}

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

std::optional<Severity> parse_severity(std::string_view word) {
  const auto found = std::ranges::find(kSeverityWords, word);
  if (found == kSeverityWords.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverityWords.begin());
}

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

Result<CheckAnswer> check(Session& session, const CheckRequest& request) {
  auto rules = RuleSession::start(session, {{}, request.select, request.ignore, request.preview});
  if (!rules) return std::unexpected(std::move(rules).error());
  if (auto good = spare_documents(*rules, request.output); !good) return std::unexpected(std::move(good).error());
  CheckAnswer answer;
  const auto choice = choose(session, request, *rules);
  if (!choice) return std::unexpected(choice.error());
  find_all(*rules, *choice, answer);
  const Config& config = rules->workspace().config();
  const Severity least = request.severity.value_or(*parse_severity(config.get_text("check.severity")));
  std::erase_if(answer.findings, [&](const CheckedFinding& checked) { return checked.finding.severity > least; });
  if (auto done = leave_out_known(rules->workspace(), request, answer); !done) return std::unexpected(done.error());
  answer.repository_folder = find_repository_folder(session);
  answer.statistics = count_by_rule(answer.findings);
  for (const CheckedFinding& checked : answer.findings)
    ++answer.counts.at(static_cast<std::size_t>(checked.finding.severity));
  answer.fails_at = parse_severity(config.get_text("check.fail_on"));
  answer.fails = answer.fails_at && std::ranges::any_of(answer.findings, [&](const CheckedFinding& checked) {
                   return checked.finding.severity <= *answer.fails_at;
                 });
  tell_of_history(*rules, request, answer);
  const bool takes_all = request.what.empty() && request.changed_since.empty() && !request.staged;
  if (answer.documents.empty() && takes_all) answer.notice = describe_empty(rules->workspace(), rules->scan());
  return answer;
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
