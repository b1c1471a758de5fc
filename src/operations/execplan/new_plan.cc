// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "core/document/execplan/registry.h"
#include "core/document/path_parts.h"
#include "operations/arguments.h"
#include "operations/execplan/plans.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/space.h"
#include "operations/execplan/texts.h"
#include "operations/execplan/words.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost::execplan {
namespace {

constexpr Parameter kTitle{.name = "title",
                           .kind = ParameterKind::text,
                           .value_name = "TITLE",
                           .summary = "what the plan is called",
                           .positional = true};
constexpr Parameter kKind{.name = "kind",
                          .kind = ParameterKind::text,
                          .value_name = "KIND",
                          .summary = "feature, refactor, bugfix, migration, infra, spike, perf, docs or tests",
                          .default_text = "feature"};
constexpr Parameter kDomain{.name = "domain",
                            .kind = ParameterKind::text,
                            .value_name = "DOMAIN",
                            .summary = "backend, frontend, console, infra, cross-cutting or fullstack",
                            .default_text = "backend"};
constexpr Parameter kDate{.name = "date",
                          .kind = ParameterKind::text,
                          .value_name = "YYYYMMDD",
                          .summary = "the day in the id; today when not given"};
constexpr std::array kParameters{kTitle,
                                 kSlugParameter,
                                 kOwnerParameter,
                                 kKind,
                                 kDomain,
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
constexpr std::array kExamples{
    Example{"milepost execplan new \"Streaming export\"", "a plan with the next id of today"},
    Example{"milepost execplan new \"Streaming export\" --owner @kim --domain infra", "with more of its front matter"}};
constexpr std::array<int, 3> kExitCodes{0, 1, 2};

struct NewPlan {
  PlanText text;
  std::string slug;
  std::string day;  // YYYYMMDD
};

std::string word_or(const Arguments& arguments, std::string_view name, std::string_view otherwise) {
  return std::string(arguments.has(name) ? arguments.text(name) : otherwise);
}

Result<NewPlan> parse_new_plan(Session& session, const Arguments& arguments) {
  NewPlan plan;
  auto title = parse_title(arguments);
  if (!title) return std::unexpected(std::move(title).error());
  auto owner = parse_owner(arguments, "@codex");
  if (!owner) return std::unexpected(std::move(owner).error());
  auto slug = parse_slug(arguments, *title);
  if (!slug) return std::unexpected(std::move(slug).error());
  if (auto good = check_reserved(*slug); !good) return std::unexpected(std::move(good).error());
  plan.text = {{},
               std::move(*title),
               word_or(arguments, "kind", "feature"),
               word_or(arguments, "domain", "backend"),
               std::move(*owner),
               {}};
  if (auto good = check_word("kind", plan.text.kind, plan_kinds()); !good)
    return std::unexpected(std::move(good).error());
  if (auto good = check_word("domain", plan.text.domain, plan_domains()); !good)
    return std::unexpected(std::move(good).error());
  auto date = parse_compact_date(arguments.text("date"), session.today());
  if (!date) return std::unexpected(std::move(date).error());
  plan.slug = std::move(*slug);
  plan.text.date = to_string(*date);
  plan.day = plan.text.date;
  std::erase(plan.day, '-');
  return plan;
}

// Where plans of this tree begin: as those that are there, else as the configuration says. Both layouts keep completed
// plans in the same place; then the names of their milestones tell.
Layout choose_layout(Session& session, const Tree& tree) {
  for (auto plan = tree.plans.rbegin(); plan != tree.plans.rend(); ++plan)
    if (!plan->completed) return layout_of(plan->path);
  for (auto milestone = tree.milestones.rbegin(); milestone != tree.milestones.rend(); ++milestone)
    if (milestone->sequence >= 0)
      return file_name_of(milestone->path).starts_with("EP-") ? Layout::seed : Layout::current;
  const auto workspace = session.workspace();
  const bool current = workspace && (*workspace)->config().get_text("execplan.layout") == "current";
  return current ? Layout::current : Layout::seed;
}

Result<void> check_slug_free(const Space& space, const Tree& tree, const std::string& home, const std::string& slug) {
  std::string paths;
  for (const Plan& plan : tree.plans)
    if (home_of_plan(plan.path) == home && !plan.completed)
      paths += (paths.empty() ? "" : ", ") + space.absolute(plan.path);
  if (paths.empty()) return {};
  return refuse("Cannot create ExecPlan because the active slug directory already contains an ExecPlan file. Slug: '" +
                slug + "'. Existing files: " + paths + ". Use a new slug or complete/migrate the existing plan first.");
}

Result<std::string> next_plan_id(Session& session, const Space& space, const Tree& tree, const std::string& day) {
  const std::string prefix = "EP-" + day + "-";
  int highest = 0;
  for (const Plan& plan : tree.plans)
    if (plan.id.starts_with(prefix)) highest = std::max(highest, std::stoi(plan.id.substr(prefix.size())));
  auto elsewhere = highest_elsewhere(session, space, prefix + "{number:3}", {});
  if (!elsewhere) return std::unexpected(std::move(elsewhere).error());
  highest = std::max(highest, *elsewhere);
  if (highest >= 999) return refuse("ExecPlan sequence overflow for " + day + "; max is 999.");
  return prefix + three_digits(highest + 1);
}

Result<PlannedChange> plan_new(const Space& space, Session& session, const Arguments& arguments, NewPlan wanted) {
  std::vector<SourceFile> files;
  if (session.files().stat(space.folder())) {
    auto loaded = space.load_files(session);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    files = std::move(*loaded);
  }
  const Tree tree = read_tree(files);
  const std::string home = (choose_layout(session, tree) == Layout::current ? "active/" : "") + wanted.slug;
  if (auto free = check_slug_free(space, tree, home, wanted.slug); !free)
    return std::unexpected(std::move(free).error());
  auto id = next_plan_id(session, space, tree, wanted.day);
  if (!id) return std::unexpected(std::move(id).error());
  wanted.text.id = *id;
  const std::string path = home + "/" + *id + "_" + wanted.slug + ".md";
  std::string text = write_plan(wanted.text);
  PlannedChange planned;
  planned.plan.summary = "execplan new " + *id;
  FileChange creation;
  creation.path = space.to_base(path);
  creation.edits.push_back({{0, 0}, text});
  planned.plan.files.push_back(std::move(creation));
  if (auto noted = reserve(session, space, arguments, {*id, path}); !noted)
    return std::unexpected(std::move(noted).error());
  planned.lines = {"Created ExecPlan: " + space.absolute(path), "ExecPlan ID: " + *id};
  if (arguments.has("no-update-registry")) return planned;
  files.push_back({path, std::move(text)});
  const RegistryOrder order = parse_registry_order(session, arguments, RegistryVerb::refresh);
  if (auto added = add_registry(space, session, std::move(files), order, planned); !added)
    return std::unexpected(std::move(added).error());
  return planned;
}

}  // namespace

constinit const Operation kNewPlanOperation{
    .name = "execplan_new",
    .command = "execplan new",
    .group = "ExecPlans",
    .summary = "make an ExecPlan",
    .description =
        "Makes a plan with the next id of the day and brings the registry up to date. An id is never given twice: "
        "plans that\n"
        "are completed count, and so does what stands on other branches and in other work trees.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kNewPlanOperation, new_plan>};

Result<ChangeAnswer> new_plan(Session& session, const Arguments& arguments) {
  auto wanted = parse_new_plan(session, arguments);
  if (!wanted) return std::unexpected(std::move(wanted).error());
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  if (!arguments.has("dry-run")) {
    if (auto made = space->make_root(session); !made) return std::unexpected(std::move(made).error());
  }
  return carry_out_in(*space, session, arguments,
                      [&](Session& now) { return plan_new(*space, now, arguments, *wanted); });
}

}  // namespace milepost::execplan
