// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/execplan/milestones.h"
#include "operations/execplan/nameless.h"
#include "operations/execplan/space.h"
#include "operations/execplan/texts.h"

namespace milepost::execplan {
namespace {

constexpr Parameter kId{.name = "id",
                        .kind = ParameterKind::text,
                        .value_name = "EXECPLAN_ID",
                        .summary = "the plan: EP-YYYYMMDD-NNN",
                        .values = Values::ids,
                        .positional = true};
constexpr Parameter kCompleted{
    .name = "completed", .kind = ParameterKind::flag, .summary = "completed ones as well (the default)"};
constexpr Parameter kActiveOnly{.name = "active-only", .kind = ParameterKind::flag, .summary = "active ones only"};
constexpr Parameter kPath{.name = "path", .kind = ParameterKind::flag, .summary = "show where each stands"};
constexpr Parameter kNoPath{.name = "no-path", .kind = ParameterKind::flag, .summary = "do not (the default)"};
constexpr std::array kListParameters{kId, kCompleted, kActiveOnly, kRootParameter, kFolderParameter};
constexpr std::array kRemainingParameters{kId, kPath, kNoPath, kRootParameter, kFolderParameter};
constexpr std::array kListExamples{Example{"milepost execplan milestone list EP-20260117-014", "all of the plan"}};
constexpr std::array kRemainingExamples{
    Example{"milepost execplan milestone remaining EP-20260117-014", "those that are left"}};
constexpr std::array<int, 2> kExitCodes{0, 2};

struct Found {
  Space space;
  Tree tree;
  std::string id;
  std::vector<std::string> remarks;  // what of the plan's folder could not be listed
};

Result<Found> find_plan_of(Session& session, const Arguments& arguments) {
  if (!arguments.has("id")) return refuse("Missing argument 'EXECPLAN_ID'.");
  auto id = parse_plan_id(arguments.text("id"));
  if (!id) return std::unexpected(std::move(id).error());
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  auto tree = space->load_tree(session);
  if (!tree) return std::unexpected(std::move(tree).error());
  auto plan = get_plan(*space, *tree, *id);
  if (!plan) return std::unexpected(std::move(plan).error());
  std::vector<std::string> remarks = nameless_lines(*space, *tree, **plan);
  return Found{std::move(*space), std::move(*tree), std::move(*id), std::move(remarks)};
}

std::string id_of(const Found& found, const Milestone& milestone) {
  return found.id + "/MS" + three_digits(milestone.sequence);
}

Row row_of(const Found& found, const Milestone& milestone) {
  return {{"id", id_of(found, milestone)},
          {"stage", milestone.stage == Stage::active ? "active" : "completed"},
          {"title", milestone.header.text("title")},
          {"path", found.space.absolute(milestone.path)}};
}

}  // namespace

constinit const Operation kListMilestonesOperation{
    .name = "execplan_milestone_list",
    .command = "execplan milestone list",
    .group = "ExecPlans",
    .summary = "milestones of a plan",
    .description = "Lists the milestones of a plan. Active and completed is said by the folder.",
    .parameters = kListParameters,
    .examples = kListExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::reads,
    .data_schema = kLinesSchema,
    .invoke = invoke_lines<kListMilestonesOperation, list_milestones>};

constinit const Operation kRemainingMilestonesOperation{
    .name = "execplan_milestone_remaining",
    .command = "execplan milestone remaining",
    .group = "ExecPlans",
    .summary = "milestones of a plan that are left",
    .description = "Lists the active milestones of a plan.",
    .parameters = kRemainingParameters,
    .examples = kRemainingExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::reads,
    .data_schema = kLinesSchema,
    .invoke = invoke_lines<kRemainingMilestonesOperation, remaining_milestones>};

Result<LinesAnswer> list_milestones(Session& session, const Arguments& arguments) {
  auto found = find_plan_of(session, arguments);
  if (!found) return std::unexpected(std::move(found).error());
  LinesAnswer answer;
  answer.remarks = found->remarks;
  for (const Milestone* milestone : milestones_of(found->tree, found->id)) {
    if (arguments.has("active-only") && milestone->stage != Stage::active) continue;
    const char* stage = milestone->stage == Stage::active ? "active" : "completed";
    answer.lines.push_back(std::string(stage) + " " + id_of(*found, *milestone) + " -> " +
                           found->space.absolute(milestone->path));
    answer.rows.push_back(row_of(*found, *milestone));
  }
  if (answer.lines.empty()) answer.lines.push_back("No milestones found for " + found->id + ".");
  return answer;
}

Result<LinesAnswer> remaining_milestones(Session& session, const Arguments& arguments) {
  auto found = find_plan_of(session, arguments);
  if (!found) return std::unexpected(std::move(found).error());
  LinesAnswer answer;
  answer.remarks = found->remarks;
  for (const Milestone* milestone : milestones_of(found->tree, found->id)) {
    if (milestone->stage != Stage::active) continue;
    const bool with_path = arguments.has("path") && !arguments.has("no-path");
    answer.lines.push_back(id_of(*found, *milestone) +
                           (with_path ? " -> " + found->space.absolute(milestone->path) : std::string()));
    answer.rows.push_back(row_of(*found, *milestone));
  }
  if (answer.lines.empty()) {
    answer.lines.push_back("No active milestones remaining for " + found->id + ".");
  } else {
    answer.lines.insert(answer.lines.begin(),
                        "Remaining milestones for " + found->id + ": " + std::to_string(answer.rows.size()));
  }
  return answer;
}

}  // namespace milepost::execplan
