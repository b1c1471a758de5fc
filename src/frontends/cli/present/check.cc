// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/check.h"

#include <array>
#include <set>
#include <utility>

#include "core/base/wording.h"
#include "core/render/table.h"
#include "frontends/cli/present/finding_cells.h"
#include "frontends/cli/present/presenter.h"
#include "operations/check_formats.h"
#include "operations/plan_movement.h"

namespace milepost {
namespace {

// "4 findings: 1 error, 3 warnings in 2 of 12 documents"
std::string summary_of(const CheckAnswer& answer, const View& view) {
  const std::string documents = counted(answer.documents.size(), "document", "documents");
  const std::string known = answer.known == 0 ? "" : "; " + std::to_string(answer.known) + " more in the baseline";
  if (answer.findings.empty()) {
    return view.style.paint(TextRole::good, std::string(view.style.glyphs().check) + " nothing found") + " in " +
           documents + known + "\n";
  }
  constexpr std::array<std::pair<const char*, const char*>, 3> kWords{
      {{"error", "errors"}, {"warning", "warnings"}, {"note", "notes"}}};
  std::string parts;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (answer.counts.at(i) == 0) continue;
    parts += (parts.empty() ? "" : ", ") + counted(answer.counts.at(i), kWords.at(i).first, kWords.at(i).second);
  }
  std::set<std::string_view> files;
  for (const CheckedFinding& checked : answer.findings) files.insert(checked.finding.path);
  return parts + " in " + counted(files.size(), "file", "files") + "; looked at " + documents + known + "\n";
}

std::string findings_text(const CheckAnswer& answer, const View& view) {
  std::string text;
  for (const CheckedFinding& checked : answer.findings) text += finding_text(checked, view) + "\n";
  return text + summary_of(answer, view);
}

std::string statistics_text(const CheckAnswer& answer, const View& view) {
  if (answer.statistics.empty()) return summary_of(answer, view);
  Table table;
  table.columns = {{"COUNT", Align::right},
                   {"RULE"},
                   {"NAME"},
                   {"SEVERITY"},
                   {"FIXES", Align::right},
                   {"FINDS", Align::left, Cut::end, 20}};
  for (const RuleCount& row : answer.statistics) {
    const RuleDescriptor& about = *row.about;
    table.rows.push_back({cell(std::to_string(row.count)), cell(std::string(about.id), TextRole::id),
                          cell(std::string(about.slug)), cell(to_string(row.severity), role_of(row.severity)),
                          cell(row.mendable == 0 ? "" : std::to_string(row.mendable), TextRole::dim),
                          cell(std::string(about.summary))});
  }
  return to_text(table, view.style, view.width) + "\n" + summary_of(answer, view);
}

}  // namespace

Result<Presented> present_check(Session& session, const Arguments& arguments, const Screen& screen) {
  auto request = parse_check_request(kCheckOperation, arguments);
  if (!request) return std::unexpected(std::move(request).error());
  if (request->format == "json") {
    auto json = invoke_check(session, arguments);
    if (!json) return std::unexpected(std::move(json).error());
    return Presented{.text = std::move(json->text), .outcome = json->outcome, .notice = json->notice, .is_page = false};
  }
  if (!request->report.empty()) {
    const auto movement = find_plan_movement(session, *request);
    if (!movement) return std::unexpected(movement.error());
    Presented report{.text = to_markdown(*movement), .is_page = false};
    report.outcome = movement->fails ? Outcome::findings : Outcome::done;
    return report;
  }
  auto answer = check(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  Presented presented{.outcome = answer->fails ? Outcome::findings : Outcome::done, .notice = answer->notice};
  if (const CheckFormat* format = find_check_format(request->format)) {
    presented.text = format->write(*answer);
    presented.is_page = false;
    return presented;
  }
  View view = screen.view(session.opened());
  if (arguments.has("output")) view = {};
  presented.text = request->statistics ? statistics_text(*answer, view) : findings_text(*answer, view);
  return presented;
}

}  // namespace milepost
