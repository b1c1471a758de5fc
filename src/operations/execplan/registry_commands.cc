// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/registry_commands.h"

#include <utility>

#include "operations/arguments.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/space.h"
#include "operations/invoke_change.h"

namespace milepost::execplan {
namespace {

constexpr Parameter kTimestamp{
    .name = "timestamp", .kind = ParameterKind::flag, .summary = "say in the registry when it was made"};
constexpr Parameter kFailOnWarn{
    .name = "fail-on-warn", .kind = ParameterKind::flag, .summary = "warnings end the command with 1 as well"};
constexpr std::array kCheckParameters{kTimestamp, kFailOnWarn, kRootParameter, kFolderParameter};
constexpr std::array kBuildParameters{kOutParameter,    kTimestamp, kFailOnWarn,     kRootParameter,
                                      kFolderParameter, kDryRun,    kCommitParameter};
constexpr std::array kCheckExamples{Example{"milepost execplan-registry check", "what is wrong with the plans"}};
constexpr std::array kBuildExamples{Example{"milepost execplan-registry build", "write registry.json"}};
constexpr std::array kUpdateExamples{Example{"milepost execplan-registry update", "bring registry.json up to date"}};
constexpr std::array<int, 3> kExitCodes{0, 1, 2};

Result<ChangeAnswer> write_registry(Session& session, const Arguments& arguments, RegistryVerb verb) {
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  return carry_out_in(*space, session, arguments, [&](Session& now) -> Result<PlannedChange> {
    auto files = space->load_files(now);
    if (!files) return std::unexpected(std::move(files).error());
    PlannedChange planned;
    planned.plan.summary = verb == RegistryVerb::build ? "execplan-registry build" : "execplan-registry update";
    auto added = add_registry(*space, now, std::move(*files), parse_registry_order(now, arguments, verb), planned);
    if (!added) return std::unexpected(std::move(added).error());
    return planned;
  });
}

}  // namespace

constinit const Operation kCheckPlansOperation{
    .name = "execplan_registry_check",
    .command = "execplan-registry check",
    .group = "ExecPlans",
    .summary = "check the plans of a tree",
    .description = "Checks front matter, ids, names and references of all plans. Errors end with exit code 2.",
    .parameters = kCheckParameters,
    .examples = kCheckExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::reads,
    .data_schema = kLinesSchema,
    .invoke = invoke_lines<kCheckPlansOperation, check_plans>};

constinit const Operation kBuildRegistryOperation{.name = "execplan_registry_build",
                                                  .command = "execplan-registry build",
                                                  .group = "ExecPlans",
                                                  .summary = "write the registry",
                                                  .description =
                                                      "Writes registry.json: all plans with their front matter and "
                                                      "milestones, by id. Nothing is written while there are\n"
                                                      "errors.",
                                                  .parameters = kBuildParameters,
                                                  .examples = kBuildExamples,
                                                  .exit_codes = kExitCodes,
                                                  .effect = Effect::writes,
                                                  .data_schema = kChangeSchema,
                                                  .invoke = invoke_change<kBuildRegistryOperation, build_registry>};

constinit const Operation kUpdateRegistryOperation{.name = "execplan_registry_update",
                                                   .command = "execplan-registry update",
                                                   .group = "ExecPlans",
                                                   .summary = "bring the registry up to date",
                                                   .description = "The same as build.",
                                                   .parameters = kBuildParameters,
                                                   .examples = kUpdateExamples,
                                                   .exit_codes = kExitCodes,
                                                   .effect = Effect::writes,
                                                   .data_schema = kChangeSchema,
                                                   .invoke = invoke_change<kUpdateRegistryOperation, update_registry>};

Result<LinesAnswer> check_plans(Session& session, const Arguments& arguments) {
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  auto tree = space->load_tree(session);
  if (!tree) return std::unexpected(std::move(tree).error());
  const Registry registry = check_registry(*tree, space->shown());
  LinesAnswer answer;
  answer.lines = issue_lines(registry.issues);
  for (const Issue& issue : registry.issues)
    answer.rows.push_back({{"level", issue.level == IssueLevel::error ? "error" : "warning"},
                           {"path", issue.path},
                           {"message", issue.message}});
  const std::size_t errors = registry.count(IssueLevel::error);
  const std::size_t warnings = registry.count(IssueLevel::warning);
  if (errors > 0 || (warnings > 0 && arguments.has("fail-on-warn"))) {
    answer.lines.push_back("Registry check failed. errors=" + std::to_string(errors) +
                           ", warnings=" + std::to_string(warnings));
    answer.outcome = errors > 0 ? Outcome::refused : Outcome::findings;
    return answer;
  }
  answer.lines.push_back("Registry check passed: " + std::to_string(registry.discovered) + " ExecPlans discovered.");
  return answer;
}

Result<ChangeAnswer> build_registry(Session& session, const Arguments& arguments) {
  return write_registry(session, arguments, RegistryVerb::build);
}

Result<ChangeAnswer> update_registry(Session& session, const Arguments& arguments) {
  return write_registry(session, arguments, RegistryVerb::update);
}

}  // namespace milepost::execplan
