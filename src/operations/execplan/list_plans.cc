// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "core/document/execplan/registry.h"
#include "operations/arguments.h"
#include "operations/execplan/plans.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/space.h"

namespace milepost::execplan {
namespace {

constexpr Parameter kPath{.name = "path", .kind = ParameterKind::flag, .summary = "show where each plan stands"};
constexpr Parameter kNoPath{.name = "no-path", .kind = ParameterKind::flag, .summary = "do not (the default)"};
constexpr std::array kParameters{kPath, kNoPath, kRootParameter, kFolderParameter};
constexpr std::array kExamples{Example{"milepost execplan list", "active plans and how far they are"}};
constexpr std::array<int, 3> kExitCodes{0, 1, 2};

// Errors of plans do not hide the others: they are told beside them, and the exit code says so.
void add_errors(const Registry& registry, LinesAnswer& answer) {
  if (registry.count(IssueLevel::error) == 0) return;
  answer.outcome = Outcome::findings;
  for (const Issue& issue : registry.issues)
    if (issue.level == IssueLevel::error) answer.remarks.push_back(issue_line(issue));
}

Row row_of(const Plan& plan, const std::string& progress, const std::string& path) {
  return {{"id", plan.id},
          {"status", plan.header.text("status")},
          {"title", plan.header.text("title")},
          {"progress", progress},
          {"path", path}};
}

}  // namespace

constinit const Operation kListPlansOperation{
    .name = "execplan_list",
    .command = "execplan list",
    .group = "ExecPlans",
    .summary = "active ExecPlans",
    .description =
        "Lists the active plans of the tree and how many of their milestones are completed. Plans with errors are told "
        "on\n"
        "standard error and end the command with 1; the others are listed.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::reads,
    .data_schema = kLinesSchema,
    .invoke = invoke_lines<kListPlansOperation, list_plans>};

Result<LinesAnswer> list_plans(Session& session, const Arguments& arguments) {
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  auto tree = space->load_tree(session);
  if (!tree) return std::unexpected(std::move(tree).error());
  const Registry registry = check_registry(*tree, space->shown());
  std::vector<const Plan*> active;
  for (const Plan* plan : registry.plans)
    if (!plan->completed) active.push_back(plan);
  LinesAnswer answer;
  add_errors(registry, answer);
  if (active.empty()) {
    answer.lines.emplace_back("No active ExecPlans found.");
    return answer;
  }
  answer.lines.push_back("Active ExecPlans: " + std::to_string(active.size()) + " (" + progress_of_all(*tree, active) +
                         ")");
  for (const Plan* plan : active) {
    const std::string progress = progress_of(*tree, plan->id);
    const std::string path = space->shown() + plan->path;
    std::string line =
        plan->id + " [" + plan->header.text("status") + "] " + plan->header.text("title") + " (" + progress + ")";
    if (arguments.has("path") && !arguments.has("no-path")) line += " -> " + path;
    answer.lines.push_back(std::move(line));
    answer.rows.push_back(row_of(*plan, progress, path));
  }
  return answer;
}

}  // namespace milepost::execplan
