// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/run_check.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/rules/baseline.h"
#include "core/rules/catalog.h"
#include "operations/change_scope.h"
#include "operations/chosen_documents.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/rule_session.h"
#include "operations/session.h"

namespace milepost {
namespace {

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

}  // namespace

std::optional<Severity> parse_severity(std::string_view word) {
  const auto found = std::ranges::find(kSeverityWords, word);
  if (found == kSeverityWords.end()) return std::nullopt;
  return static_cast<Severity>(found - kSeverityWords.begin());
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

}  // namespace milepost
