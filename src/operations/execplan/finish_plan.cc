// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "core/document/path_parts.h"
#include "operations/arguments.h"
#include "operations/execplan/front_matter_edit.h"
#include "operations/execplan/plans.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/space.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost::execplan {
namespace {

constexpr Parameter kId{.name = "id",
                        .kind = ParameterKind::text,
                        .value_name = "EXECPLAN_ID",
                        .summary = "the plan: EP-YYYYMMDD-NNN",
                        .values = Values::ids,
                        .positional = true};
constexpr Parameter kDate{.name = "date",
                          .kind = ParameterKind::text,
                          .value_name = "YYYYMMDD",
                          .summary = "the day of completion; today when not given"};
constexpr std::array kParameters{kId,
                                 kDate,
                                 kRootParameter,
                                 kFolderParameter,
                                 kOutParameter,
                                 kUpdateRegistry,
                                 kNoUpdateRegistry,
                                 kFailOnWarning,
                                 kRegistryTimestamp,
                                 kDryRun,
                                 kCommitParameter};
constexpr std::array kCompleteExamples{
    Example{"milepost execplan complete EP-20260117-014", "done, and moved below complete/"}};
constexpr std::array kArchiveExamples{
    Example{"milepost execplan archive EP-20260117-014", "archived, and moved below archive/"}};
constexpr std::array<int, 3> kExitCodes{0, 1, 2};

struct Ending {
  const char* folder;
  const char* status;
};

std::string join_paths(const Space& space, const std::vector<const Milestone*>& milestones, bool with_reasons) {
  std::string text;
  for (const Milestone* milestone : milestones) {
    text += (text.empty() ? "" : ", ") + space.absolute(milestone->path);
    if (with_reasons) text += " (" + trouble_of(*milestone) + ")";
  }
  return text;
}

bool is_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

// What must hold before a plan ends: one plan in its folder, no milestone of another, none left active.
Result<void> check_ending(const Space& space, const Tree& tree, const Plan& plan, const std::string& home) {
  if (plan.completed) return refuse("ExecPlan '" + plan.id + "' is already completed.");
  std::string others;
  for (const Plan& other : tree.plans)
    if (&other != &plan && is_below(other.path, home))
      others += (others.empty() ? "" : ", ") + space.absolute(other.path);
  if (!others.empty())
    return refuse("Cannot complete ExecPlan because its directory contains multiple ExecPlan files. ExecPlan: " +
                  plan.id + ". Files: " + others);
  std::vector<const Milestone*> invalid;
  std::vector<const Milestone*> foreign;
  std::vector<const Milestone*> active;
  std::string foreign_reason;
  for (const Milestone& milestone : tree.milestones) {
    if (!is_below(milestone.path, home)) continue;
    const bool is_foreign = !milestone.plan_id.empty() && milestone.plan_id != plan.id;
    if (milestone.stage == Stage::completed) {
      if (is_foreign) foreign.push_back(&milestone);
      continue;
    }
    if (!trouble_of(milestone).empty()) {
      invalid.push_back(&milestone);
    } else if (is_foreign) {
      foreign_reason += (foreign_reason.empty() ? "" : ", ") + space.absolute(milestone.path) +
                        " (active milestone is owned by different ExecPlan ID '" + milestone.plan_id + "')";
    } else {
      active.push_back(&milestone);
    }
  }
  if (!invalid.empty() || !foreign_reason.empty()) {
    std::string reasons = join_paths(space, invalid, true);
    if (!foreign_reason.empty()) reasons += (reasons.empty() ? "" : ", ") + foreign_reason;
    return refuse(
        "Cannot complete ExecPlan because active milestone metadata is invalid. Fix or complete these milestones "
        "first. ExecPlan: " +
        plan.id + ". Invalid active milestones: " + reasons);
  }
  if (!foreign.empty())
    return refuse(
        "Cannot complete ExecPlan because its directory contains milestone files for other ExecPlan IDs. ExecPlan: " +
        plan.id + ". Files: " + join_paths(space, foreign, false));
  if (!active.empty()) {
    return refuse(
        "Cannot complete ExecPlan while active milestones still exist. Complete those milestones first. ExecPlan: " +
        plan.id + ". Active milestones: " + join_paths(space, active, false));
  }
  return {};
}

std::string active_count(const Tree& tree, const Plan& ended) {
  std::size_t count = 0;
  for (const Plan& plan : tree.plans)
    if (&plan != &ended && !plan.completed) ++count;
  return count == 0 ? "none" : std::to_string(count);
}

// The files as they stand afterwards, for the registry.
std::vector<SourceFile> move_files(std::vector<SourceFile> files, const std::string& home, const std::string& target) {
  for (SourceFile& file : files)
    if (is_below(file.path, home)) file.path = target + file.path.substr(home.size());
  return files;
}

Result<PlannedChange> plan_ending(const Space& space, Session& session, const Arguments& arguments,
                                  const Ending& ending) {
  auto id = parse_plan_id(arguments.text("id"));
  if (!id) return std::unexpected(std::move(id).error());
  auto date = parse_compact_date(arguments.text("date"), session.today());
  if (!date) return std::unexpected(std::move(date).error());
  auto files = space.load_files(session);
  if (!files) return std::unexpected(std::move(files).error());
  const Tree tree = read_tree(*files);
  auto plan = get_plan(space, tree, *id);
  if (!plan) return std::unexpected(std::move(plan).error());
  const std::string home(home_of_plan((*plan)->path));
  if (auto good = check_ending(space, tree, **plan, home); !good) return std::unexpected(std::move(good).error());
  const std::string target =
      std::string(ending.folder) + "/" + dated_folder(*date) + "/" + *id + "_" + std::string(file_name_of(home));
  if (home.empty() || is_below(target, home) || target == home) {
    return refuse("Cannot complete ExecPlan because the destination resolves inside the source plan root: " +
                  space.absolute(target));
  }
  if (session.files().stat(space.absolute(target)))
    return refuse("Completion destination already exists: " + space.absolute(target));
  PlannedChange planned;
  planned.plan.summary =
      std::string("execplan ") + (ending.status == std::string_view("done") ? "complete " : "archive ") + *id;
  auto edited = edit_front_matter(space, *std::ranges::find((*files), (*plan)->path, &SourceFile::path),
                                  {{"status", ending.status}, {"updated", to_string(*date)}}, planned);
  if (!edited) return std::unexpected(std::move(edited).error());
  planned.plan.folders.push_back({space.to_base(home), space.to_base(target)});
  planned.lines = {
      std::string(ending.status == std::string_view("done") ? "Completed" : "Archived") + " ExecPlan: " + *id,
      "From: " + space.absolute(home), "To: " + space.absolute(target),
      "Active ExecPlans: " + active_count(tree, **plan)};
  if (arguments.has("no-update-registry")) return planned;
  std::ranges::find(*files, (*plan)->path, &SourceFile::path)->bytes = std::move(*edited);
  const RegistryOrder order = parse_registry_order(session, arguments, RegistryVerb::refresh);
  auto added = add_registry(space, session, move_files(std::move(*files), home, target), order, planned);
  if (!added) return std::unexpected(std::move(added).error());
  return planned;
}

Result<ChangeAnswer> end_plan(Session& session, const Arguments& arguments, const Ending& ending) {
  if (!arguments.has("id")) return refuse("Missing argument 'EXECPLAN_ID'.");
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  return carry_out_in(*space, session, arguments,
                      [&](Session& now) { return plan_ending(*space, now, arguments, ending); });
}

}  // namespace

constinit const Operation kCompletePlanOperation{
    .name = "execplan_complete",
    .command = "execplan complete",
    .group = "ExecPlans",
    .summary = "end a plan whose milestones are done",
    .description =
        "Sets the status to done, moves the folder below complete/YYYY/MM/DD/ and brings the registry up to date. No "
        "active\n"
        "milestone may be left.",
    .parameters = kParameters,
    .examples = kCompleteExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kCompletePlanOperation, complete_plan>};

constinit const Operation kArchivePlanOperation{
    .name = "execplan_archive",
    .command = "execplan archive",
    .group = "ExecPlans",
    .summary = "put a plan away",
    .description =
        "Sets the status to archived, moves the folder below archive/YYYY/MM/DD/ and brings the registry up to date.",
    .parameters = kParameters,
    .examples = kArchiveExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kArchivePlanOperation, archive_plan>};

Result<ChangeAnswer> complete_plan(Session& session, const Arguments& arguments) {
  return end_plan(session, arguments, {"complete", "done"});
}

Result<ChangeAnswer> archive_plan(Session& session, const Arguments& arguments) {
  return end_plan(session, arguments, {"archive", "archived"});
}

}  // namespace milepost::execplan
