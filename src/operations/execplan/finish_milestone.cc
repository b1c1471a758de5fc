// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "core/document/path_parts.h"
#include "operations/arguments.h"
#include "operations/execplan/front_matter_edit.h"
#include "operations/execplan/milestones.h"
#include "operations/execplan/registry_follow.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/sequence_option.h"
#include "operations/execplan/space.h"
#include "operations/execplan/texts.h"
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
constexpr std::array kParameters{kId,     kSequenceParameter, kDate, kRootParameter, kFolderParameter,
                                 kDryRun, kCommitParameter};
constexpr std::array kCompleteExamples{
    Example{"milepost execplan milestone complete EP-20260117-014 --ms 3", "completed, and moved"}};
constexpr std::array kArchiveExamples{
    Example{"milepost execplan milestone archive EP-20260117-014 --ms 3", "archived, and moved"}};
constexpr std::array<int, 2> kExitCodes{0, 2};

enum class Ending : std::uint8_t { completed, archived };

std::string target_folder(const Tree& tree, const Plan& plan, Ending ending, Date date) {
  const FinishedPlace place = finished_place(tree, plan);
  if (place == FinishedPlace::dated_archive) return milestones_folder(plan) + "archive/" + dated_folder(date);
  const bool completes = ending == Ending::completed && place == FinishedPlace::complete;
  return milestones_folder(plan) + (completes ? "complete" : "archive");
}

Result<const Milestone*> find_active(const Space& space, const Tree& tree, const Plan& plan, int sequence) {
  std::vector<const Milestone*> found;
  for (const Milestone* milestone : milestones_of(tree, plan.id))
    if (milestone->sequence == sequence && milestone->direct) found.push_back(milestone);
  const std::string name = plan.id + "/MS" + three_digits(sequence);
  if (found.size() == 1) return found.front();
  if (found.empty())
    return refuse("Active milestone " + name + " was not found under " +
                  space.absolute(milestones_folder(plan) + "active") + ".");
  std::string paths;
  for (const Milestone* milestone : found) paths += (paths.empty() ? "" : ", ") + space.absolute(milestone->path);
  return refuse("Multiple active milestone files found for " + name + ". Resolve duplicates: " + paths);
}

Result<PlannedChange> plan_ending(const Space& space, Session& session, const Arguments& arguments, Ending ending) {
  auto id = parse_plan_id(arguments.text("id"));
  if (!id) return std::unexpected(std::move(id).error());
  auto sequence = parse_sequence_option(arguments);
  if (!sequence) return std::unexpected(std::move(sequence).error());
  if (!*sequence) return refuse("Missing option '--ms'.");
  auto date = parse_compact_date(arguments.text("date"), session.today());
  if (!date) return std::unexpected(std::move(date).error());
  auto files = space.load_files(session);
  if (!files) return std::unexpected(std::move(files).error());
  const Tree tree = read_tree(*files);
  auto plan = get_plan(space, tree, *id);
  if (!plan) return std::unexpected(std::move(plan).error());
  auto milestone = find_active(space, tree, **plan, **sequence);
  if (!milestone) return std::unexpected(std::move(milestone).error());
  const std::string target =
      target_folder(tree, **plan, ending, *date) + "/" + std::string(file_name_of((*milestone)->path));
  if (session.files().stat(space.absolute(target)))
    return refuse("Completion destination already exists: " + space.absolute(target));
  if (!(*milestone)->header.yaml.present)
    return refuse("Milestone " + space.absolute((*milestone)->path) + " is missing YAML front matter.");
  if (!(*milestone)->header.trouble.empty())
    return refuse("Milestone " + space.absolute((*milestone)->path) + ": " + (*milestone)->header.trouble);
  PlannedChange planned;
  const bool completes = ending == Ending::completed;
  const std::string name = *id + "/MS" + three_digits(**sequence);
  planned.plan.summary = std::string("execplan milestone ") + (completes ? "complete " : "archive ") + name;
  const SourceFile& file = *std::ranges::find(*files, (*milestone)->path, &SourceFile::path);
  auto edited = edit_front_matter(
      space, file, {{"status", completes ? "completed" : "archived"}, {"updated", to_string(*date)}}, planned);
  if (!edited) return std::unexpected(std::move(edited).error());
  planned.plan.files.back().new_path = space.to_base(target);
  planned.lines = {std::string(completes ? "Completed" : "Archived") + " milestone: " + name,
                   "From: " + space.absolute((*milestone)->path), "To: " + space.absolute(target)};
  if (auto followed = follow_own_registry(space, session, planned); !followed)
    return std::unexpected(std::move(followed).error());
  return planned;
}

Result<ChangeAnswer> end_milestone(Session& session, const Arguments& arguments, Ending ending) {
  if (!arguments.has("id")) return refuse("Missing argument 'EXECPLAN_ID'.");
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  return carry_out_in(*space, session, arguments,
                      [&](Session& now) { return plan_ending(*space, now, arguments, ending); });
}

}  // namespace

constinit const Operation kCompleteMilestoneOperation{
    .name = "execplan_milestone_complete",
    .command = "execplan milestone complete",
    .group = "ExecPlans",
    .summary = "complete a milestone of a plan",
    .description =
        "Sets status and date in the front matter, nothing else in it, and moves the file to where the plan keeps what "
        "is\n"
        "completed. Boxes are not looked at; `milepost complete` does that.",
    .parameters = kParameters,
    .examples = kCompleteExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kCompleteMilestoneOperation, complete_milestone>};

constinit const Operation kArchiveMilestoneOperation{
    .name = "execplan_milestone_archive",
    .command = "execplan milestone archive",
    .group = "ExecPlans",
    .summary = "archive a milestone of a plan",
    .description = "Sets the status to archived and moves the file to the archive of the plan.",
    .parameters = kParameters,
    .examples = kArchiveExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kArchiveMilestoneOperation, archive_milestone>};

Result<ChangeAnswer> complete_milestone(Session& session, const Arguments& arguments) {
  return end_milestone(session, arguments, Ending::completed);
}

Result<ChangeAnswer> archive_milestone(Session& session, const Arguments& arguments) {
  return end_milestone(session, arguments, Ending::archived);
}

}  // namespace milepost::execplan
