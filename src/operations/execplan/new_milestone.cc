// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "core/document/execplan/registry.h"
#include "core/document/path_parts.h"
#include "operations/arguments.h"
#include "operations/execplan/milestones.h"
#include "operations/execplan/nameless.h"
#include "operations/execplan/registry_follow.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/sequence_option.h"
#include "operations/execplan/space.h"
#include "operations/execplan/texts.h"
#include "operations/execplan/words.h"
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
constexpr Parameter kTitle{.name = "title",
                           .kind = ParameterKind::text,
                           .value_name = "TITLE",
                           .summary = "what the milestone is called",
                           .positional = true};
constexpr Parameter kDomain{.name = "domain",
                            .kind = ParameterKind::text,
                            .value_name = "DOMAIN",
                            .summary = "that of the plan when not given"};
constexpr std::array kParameters{kId,
                                 kTitle,
                                 kSlugParameter,
                                 kOwnerParameter,
                                 kDomain,
                                 kSequenceParameter,
                                 kRootParameter,
                                 kFolderParameter,
                                 kDryRun,
                                 kCommitParameter};
constexpr std::array kExamples{
    Example{"milepost execplan milestone new EP-20260117-014 \"Prototype\"", "the next milestone of the plan"}};
constexpr std::array<int, 2> kExitCodes{0, 2};

bool is_over(const Plan& plan) {
  std::string status = plan.header.text("status");
  std::ranges::transform(status, status.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return plan.completed || status == "done" || status == "archived";
}

// The milestones whose numbers are taken: those of the plan, and files in its folder that do not say whose they are.
std::vector<const Milestone*> find_holders(const Tree& tree, const Plan& plan) {
  std::vector<const Milestone*> holders = milestones_of(tree, plan.id);
  for (const Milestone* nameless : nameless_milestones(tree, plan)) holders.push_back(nameless);
  return holders;
}

Result<int> choose_sequence(Session& session, const Space& space, const Tree& tree, const Plan& plan,
                            std::optional<int> wish) {
  int highest = 0;
  std::string holders;
  for (const Milestone* milestone : find_holders(tree, plan)) {
    highest = std::max(highest, milestone->sequence);
    if (wish && milestone->sequence == *wish)
      holders += (holders.empty() ? "" : ", ") + space.absolute(milestone->path);
  }
  if (wish && !holders.empty())
    return refuse("Milestone " + plan.id + "/MS" + three_digits(*wish) +
                  " already exists or is blocked by invalid active metadata: " + holders);
  if (wish) return *wish;
  // In a folder that plans share, its name says nothing of whose a file is.
  const std::string_view home = home_of_plan(plan.path);
  const std::string owner(home == "active" ? std::string_view(plan.id) : file_name_of(home));
  auto elsewhere = highest_elsewhere(session, space, plan.id + "/MS{number:3}", owner);
  if (!elsewhere) return std::unexpected(std::move(elsewhere).error());
  highest = std::max(highest, *elsewhere);
  if (highest >= 999) return refuse("Milestone sequence overflow for " + plan.id + "; max is 999.");
  return highest + 1;
}

struct NewMilestone {
  std::string plan_id;
  std::string title;
  std::string slug;
  std::optional<int> sequence;
};

Result<PlannedChange> plan_new(const Space& space, Session& session, const Arguments& arguments,
                               const NewMilestone& wanted) {
  auto tree = space.load_tree(session);
  if (!tree) return std::unexpected(std::move(tree).error());
  auto plan = get_plan(space, *tree, wanted.plan_id);
  if (!plan) return std::unexpected(std::move(plan).error());
  if (is_over(**plan))
    return refuse("ExecPlan '" + wanted.plan_id + "' is completed and cannot accept new milestones.");
  auto sequence = choose_sequence(session, space, *tree, **plan, wanted.sequence);
  if (!sequence) return std::unexpected(std::move(sequence).error());
  const std::string plan_owner = (*plan)->header.text("owner");
  auto owner = parse_owner(arguments, plan_owner.empty() ? "@codex" : plan_owner);
  if (!owner) return std::unexpected(std::move(owner).error());
  std::string domain(arguments.text("domain"));
  if (domain.empty()) domain = (*plan)->header.text("domain");
  if (domain.empty()) domain = "backend";
  const std::string prefix = has_long_names(*tree, **plan) ? wanted.plan_id + "_" : std::string();
  const std::string path =
      milestones_folder(**plan) + "active/" + prefix + "MS" + three_digits(*sequence) + "_" + wanted.slug + ".md";
  PlannedChange planned;
  const std::string id = wanted.plan_id + "/MS" + three_digits(*sequence);
  planned.plan.summary = "execplan milestone new " + id;
  FileChange creation;
  creation.path = space.to_base(path);
  creation.edits.push_back(
      {{0, 0}, write_milestone({wanted.plan_id, wanted.title, domain, *owner, to_string(session.today()), *sequence})});
  planned.plan.files.push_back(std::move(creation));
  if (auto noted = reserve(session, space, arguments, {id, path}); !noted)
    return std::unexpected(std::move(noted).error());
  planned.remarks = nameless_lines(space, *tree, **plan);
  planned.lines = {"Created milestone: " + space.absolute(path), "Milestone ID: " + id};
  if (auto followed = follow_own_registry(space, session, planned); !followed)
    return std::unexpected(std::move(followed).error());
  return planned;
}

}  // namespace

constinit const Operation kNewMilestoneOperation{
    .name = "execplan_milestone_new",
    .command = "execplan milestone new",
    .group = "ExecPlans",
    .summary = "make a milestone of a plan",
    .description = "Makes the next milestone of a plan in its milestones/active/. --ms fills a gap.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kNewMilestoneOperation, new_milestone>};

Result<ChangeAnswer> new_milestone(Session& session, const Arguments& arguments) {
  if (!arguments.has("id")) return refuse("Missing argument 'EXECPLAN_ID'.");
  auto id = parse_plan_id(arguments.text("id"));
  if (!id) return std::unexpected(std::move(id).error());
  auto title = parse_title(arguments);
  if (!title) return std::unexpected(std::move(title).error());
  auto slug = parse_slug(arguments, *title);
  if (!slug) return std::unexpected(std::move(slug).error());
  auto sequence = parse_sequence_option(arguments);
  if (!sequence) return std::unexpected(std::move(sequence).error());
  if (arguments.has("domain")) {
    auto good = check_word("domain", std::string(arguments.text("domain")), plan_domains());
    if (!good) return std::unexpected(std::move(good).error());
  }
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  const NewMilestone wanted{std::move(*id), std::move(*title), std::move(*slug), *sequence};
  return carry_out_in(*space, session, arguments,
                      [&](Session& now) { return plan_new(*space, now, arguments, wanted); });
}

}  // namespace milepost::execplan
