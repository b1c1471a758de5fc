// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/new_document.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/usage_error.h"
#include "core/base/wording.h"
#include "core/lifecycle/plan_creation.h"
#include "operations/arguments.h"
#include "operations/chosen_item.h"
#include "operations/commit_change.h"
#include "operations/creation_sources.h"
#include "operations/execplan/registry_follow.h"
#include "operations/invoke_change.h"
#include "operations/overview_entry.h"
#include "operations/session.h"
#include "operations/taken_elsewhere.h"

namespace milepost {
namespace {

constexpr auto kOwnParameters = std::array{
    Parameter{.name = "words",
              .kind = ParameterKind::text,
              .value_name = "[KIND] TITLE",
              .summary = "the title, in quotes; a kind may stand before it: milestone, plan, sprint, task, overview",
              .positional = true,
              .many = true},
    Parameter{.name = "dialect",
              .kind = ParameterKind::text,
              .value_name = "NAME",
              .summary = "the family; else that of the parent, else of the neighbours",
              .values = Values::dialects},
    Parameter{.name = "plan",
              .kind = ParameterKind::text,
              .value_name = "ID",
              .summary = "what it belongs to: a plan, overview, milestone or sprint",
              .values = Values::ids,
              .letter = 'p'},
    Parameter{.name = "in",
              .kind = ParameterKind::text,
              .value_name = "FOLDER",
              .summary = "put it there, below the root",
              .values = Values::directories},
    Parameter{.name = "id",
              .kind = ParameterKind::text,
              .value_name = "ID",
              .summary = "its id; else the next one of the row"},
    Parameter{.name = "number",
              .kind = ParameterKind::number,
              .value_name = "N",
              .summary = "the number in its id; else the next one"},
    Parameter{.name = "seed",
              .kind = ParameterKind::number,
              .value_name = "N",
              .summary = "makes the digits behind the number (ids.suffix); the same seed gives the same digits"},
    Parameter{.name = "slug",
              .kind = ParameterKind::text,
              .value_name = "WORDS",
              .summary = "for the file name; else made of the title"},
    Parameter{.name = "owner",
              .kind = ParameterKind::text,
              .value_name = "NAME",
              .summary = "who is responsible",
              .values = Values::owners},
    Parameter{.name = "status",
              .kind = ParameterKind::text,
              .value_name = "WORD",
              .summary = "a status of the dialect; else the one for what is planned"},
    Parameter{.name = "start", .kind = ParameterKind::date, .value_name = "DATE", .summary = "first day"},
    Parameter{.name = "target",
              .kind = ParameterKind::date,
              .value_name = "DATE",
              .summary = "day by which it is to be reached"},
    Parameter{
        .name = "risk", .kind = ParameterKind::text, .value_name = "LEVEL", .summary = "low, medium, high or critical"},
    Parameter{
        .name = "effort", .kind = ParameterKind::text, .value_name = "TEXT", .summary = "estimated effort: 3 days"},
    Parameter{.name = "domain", .kind = ParameterKind::text, .value_name = "WORD", .summary = "area of the work"},
    Parameter{.name = "goal",
              .kind = ParameterKind::text,
              .value_name = "TEXT",
              .summary = "what is different once it is reached"},
    Parameter{.name = "tags",
              .kind = ParameterKind::list,
              .value_name = "TAG,...",
              .summary = "its tags",
              .values = Values::tags},
    Parameter{.name = "depends-on",
              .kind = ParameterKind::list,
              .value_name = "ID,...",
              .summary = "what comes first",
              .values = Values::ids},
    Parameter{.name = "field",
              .kind = ParameterKind::list,
              .value_name = "NAME=VALUE",
              .summary = "another variable of the template; may be repeated"},
    Parameter{.name = "section",
              .kind = ParameterKind::list,
              .value_name = "HEADING=TEXT",
              .summary = "what stands below a heading; may be repeated"},
    Parameter{.name = "from",
              .kind = ParameterKind::text,
              .value_name = "FILE",
              .summary = "Markdown whose headings fill the sections of the same name; - for standard input",
              .values = Values::files},
    Parameter{.name = "from-overview",
              .kind = ParameterKind::text,
              .value_name = "FILE",
              .summary = "an overview that describes it; the title names its heading there",
              .values = Values::files},
    Parameter{.name = "with",
              .kind = ParameterKind::list,
              .value_name = "PART,...",
              .summary = "optional parts of the template"},
    Parameter{.name = "without",
              .kind = ParameterKind::list,
              .value_name = "PART,...",
              .summary = "usual parts that are left out"},
    Parameter{.name = "minimal", .kind = ParameterKind::flag, .summary = "only what every document of the family has"},
    Parameter{
        .name = "edit", .kind = ParameterKind::flag, .summary = "open it in your editor afterwards", .letter = 'e'},
    Parameter{.name = "date",
              .kind = ParameterKind::date,
              .value_name = "DATE",
              .summary = "day of its creation; else today"}};
constexpr auto kParameters = with_change_parameters(kOwnParameters);
constexpr std::array kExamples{
    Example{"milepost new \"Parser for tables\"", "as its neighbours are written"},
    Example{"milepost new \"Live tail\" --plan EP-20260117-014 --owner @kim --target 2026-03-01",
            "a milestone of a plan"},
    Example{"milepost new sprint \"Foundation\" --plan M02", "a sprint of a numbered tree"},
    Example{"milepost new \"Search\" --from notes.md --dry-run", "section texts from a file; shows the patch"},
    Example{"milepost new \"First light\" --from-overview docs/star-milestones.md",
            "with what the overview says of it"}};
constexpr std::array kPlanExamples{
    Example{"milepost plan new \"Streaming\" --dialect execplan", "a plan for milestones"}};

// "name=value"
Result<std::pair<std::string, std::string>> split_pair(const std::string& text, const char* option) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    return std::unexpected(
        usage_error("'" + text + "' of --" + option + " has no '='", std::string("write --") + option + " NAME=VALUE"));
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

// The one thing that every document needs is asked for where somebody sits.
Result<void> take_words(const Session& session, const Arguments& arguments, CreationRequest& request) {
  std::vector<std::string> words = arguments.all("words");
  if (words.size() > 1)
    if (const auto kind = parse_item_kind(words.front())) {
      if (request.kind && *request.kind != *kind)
        return std::unexpected(usage_error("`plan new` makes plans", "milepost new " + words.front() + " \"TITLE\""));
      request.kind = kind;
      words.erase(words.begin());
    }
  if (words.size() > 1) {
    return std::unexpected(usage_error("the title has several words and no quotes around them",
                                       "write it as \"" + joined(words, " ") + "\""));
  }
  if (words.size() == 1 && !request.kind &&
      session.can_ask())  // `milepost new sprint` speaks of a kind, not of a title
    if (const auto kind = parse_item_kind(words.front())) {
      request.kind = kind;
      words.clear();
    }
  if (words.empty())
    if (std::string title = session.ask("Title: "); !title.empty()) words.push_back(std::move(title));
  if (words.empty()) return std::unexpected(usage_error("the title is missing", "milepost new \"TITLE\""));
  request.title = words.front();
  return {};
}

Result<void> take_fields(const Arguments& arguments, CreationRequest& request) {
  for (const char* name : {"owner", "status", "start", "target", "risk", "effort", "domain", "goal"})
    if (arguments.has(name)) request.fields[name] = arguments.text(name);
  if (arguments.has("tags")) request.lists["tags"] = arguments.list("tags");
  if (arguments.has("depends-on")) request.lists["depends_on"] = arguments.list("depends-on");
  for (const std::string& text : arguments.all("field")) {
    auto pair = split_pair(text, "field");
    if (!pair) return std::unexpected(std::move(pair).error());
    request.fields.insert_or_assign(std::move(pair->first), std::move(pair->second));
  }
  for (const std::string& text : arguments.all("section")) {
    auto pair = split_pair(text, "section");
    if (!pair) return std::unexpected(std::move(pair).error());
    request.sections.push_back({std::move(pair->first), std::move(pair->second), "--section"});
  }
  return {};
}

Result<void> take_file(Session& session, const std::string& name, CreationRequest& request) {
  auto text = session.read_input(name);
  if (!text) return std::unexpected(std::move(text).error());
  SectionFile file = split_sections(name == "-" ? "standard input" : name, *text);
  if (request.title.empty()) request.title = file.title;
  for (SectionText& section : file.sections) request.sections.push_back(std::move(section));
  return {};
}

// The folder that the request speaks of: --in, else where the command was started.
Result<void> take_folder(Session& session, const Arguments& arguments, CreationRequest& request) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  request.folder = (*workspace)->start_folder();
  if (!arguments.has("in")) return {};
  auto folder = (*workspace)->to_new_relative(std::string(arguments.text("in")));
  if (!folder) return std::unexpected(std::move(folder).error());
  request.folder = std::move(*folder);
  request.in_folder = true;
  return {};
}

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(number) : std::nullopt;
}

// How ids and trees are made here: what the configuration says, and what the request says of it.
Result<void> take_settings(Session& session, const Arguments& arguments, CreationRequest& request) {
  std::optional<std::uint64_t> seed;
  if (arguments.has("seed")) seed = parse_number(arguments.text("seed"));
  auto chosen = choose_suffix_seed(session, seed);
  if (!chosen) return std::unexpected(std::move(chosen).error());
  request.suffix_seed = *chosen;
  request.layout = session.opened()->config().get_text("execplan.layout");
  return {};
}

Result<CreationRequest> parse_request(Session& session, const Arguments& arguments, std::optional<ItemKind> kind) {
  CreationRequest request(session.today());
  request.kind = kind;
  const bool has_source = arguments.has("from");
  if (!has_source || !arguments.all("words").empty())
    if (auto done = take_words(session, arguments, request); !done) return std::unexpected(std::move(done).error());
  if (auto done = take_fields(arguments, request); !done) return std::unexpected(std::move(done).error());
  if (has_source)
    if (auto done = take_file(session, std::string(arguments.text("from")), request); !done)
      return std::unexpected(std::move(done).error());
  if (auto done = take_folder(session, arguments, request); !done) return std::unexpected(std::move(done).error());
  request.dialect = arguments.text("dialect");
  request.parent = arguments.text("plan");
  request.id = arguments.text("id");
  request.slug = arguments.text("slug");
  request.with = arguments.list("with");
  request.without = arguments.list("without");
  request.minimal = arguments.has("minimal");
  if (arguments.has("date")) request.date = Date::from_iso(arguments.text("date")).value_or(request.date);
  if (auto done = take_settings(session, arguments, request); !done) return std::unexpected(std::move(done).error());
  if (!arguments.has("number")) return request;
  request.number = parse_number(arguments.text("number"));
  if (!request.number)
    return std::unexpected(
        usage_error("'" + std::string(arguments.text("number")) + "' is no number that an id can have",
                    "use a whole number from 1"));
  return request;
}

std::string line_of(const PlannedCreation& planned) {
  std::string line =
      std::string(to_string(planned.kind)) + (planned.id.empty() ? "" : " " + planned.id) + ": " + planned.title;
  if (planned.line > 1) line += " (" + planned.path + ":" + std::to_string(planned.line) + ")";
  return line;
}

Result<PlannedChange> plan(Session& session, const CreationRequest& request, bool is_real) {
  const auto sources = make_creation_sources(session);
  if (!sources) return std::unexpected(sources.error());
  const Workspace& workspace = *session.opened();
  auto planned = plan_creation(request, *sources);
  if (!planned) return std::unexpected(std::move(planned).error());
  for (const FileChange& file : planned->plan.files)
    if (!file.revision)
      if (auto inside = workspace.to_new_relative(workspace.root() + "/" + file.path); !inside)
        return std::unexpected(std::move(inside).error());
  if (is_real && !planned->id.empty())
    if (auto kept = reserve_id(session, planned->id, planned->path); !kept)
      return std::unexpected(std::move(kept).error());
  PlannedChange change;
  change.lines = {line_of(*planned)};
  change.plan = std::move(planned->plan);
  change.remarks = std::move(planned->remarks);
  if (auto followed = execplan::follow_registry(session, change); !followed)
    return std::unexpected(std::move(followed).error());
  return change;
}

// When several parents can be meant, the person is asked; the lock is not held meanwhile.
Result<ChangeAnswer> make_asking(Session& session, const ChangeOptions& options, CreationRequest& request) {
  const auto planner = [&](Session& now) { return plan(now, request, !options.dry_run); };
  auto answer = carry_out(session, options, planner);
  const bool is_open = !answer && answer.error().kind == ErrorKind::ambiguous && request.parent.empty();
  if (!is_open || !session.can_ask()) return answer;
  std::string question = answer.error().message + "\n";
  for (const std::string& candidate : answer.error().hints) question += "  " + candidate + "\n";
  request.parent = session.ask(question + "Plan: ");
  if (request.parent.empty()) return answer;
  session.forget_scan();
  return carry_out(session, options, planner);
}

// The person fills it before it is committed.
Result<ChangeAnswer> make_and_edit(Session& session, ChangeOptions options, CreationRequest& request) {
  const std::optional<std::string> message = std::exchange(options.commit, std::nullopt);
  Result<CommitGround> ground;
  if (message) {
    auto workspace = session.workspace();
    if (!workspace) return std::unexpected(std::move(workspace).error());
    ground = check_commit_ground(session, (*workspace)->root());
  }
  if (!ground) return std::unexpected(std::move(ground).error());
  auto answer = make_asking(session, options, request);
  if (!answer) return answer;
  // The new file; of a heading the file that it stands in.
  const std::string path = answer->files.front().path;
  if (auto edited = session.open_editor(session.root() + "/" + path); !edited) {
    edited.error().frames.push_back(path + " is written");
    return std::unexpected(std::move(edited).error());
  }
  auto document = load_document(session, path);
  if (!document) return std::unexpected(std::move(document).error());
  for (const Finding& problem : document->document.problems)
    answer->remarks.push_back(path + ":" + std::to_string(problem.line) + ": " + problem.message);
  session.forget_scan();
  if (!message) return answer;
  if (auto done = commit_change(session, *ground, session.root(), *message, *answer); !done)
    return std::unexpected(std::move(done).error());
  return answer;
}

Result<ChangeAnswer> make(Session& session, const Arguments& arguments, const Operation& operation,
                          std::optional<ItemKind> kind) {
  if (auto good = check_arguments(operation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  options->planning = Planning::locked;
  auto request = parse_request(session, arguments, kind);
  if (!request) return std::unexpected(std::move(request).error());
  if (arguments.has("from-overview"))
    if (auto done = take_overview_entry(session, std::string(arguments.text("from-overview")), *request); !done)
      return std::unexpected(std::move(done).error());
  const bool edits = arguments.has("edit") && !options->dry_run;
  if (edits)
    if (auto good = session.check_editor(); !good) return std::unexpected(std::move(good).error());
  return edits ? make_and_edit(session, *options, *request) : make_asking(session, *options, *request);
}

}  // namespace

constinit const Operation kNewOperation{
    .name = "new",
    .command = "new",
    .group = "Editing",
    .summary = "make a milestone, plan, sprint or task",
    .description =
        "Makes a document from the template of its family, with the next free id, the file name and the folder that "
        "are\n"
        "used there; an index, README or manifest that lists its siblings gets its row in the same change. Without\n"
        "--dialect it is written as the documents around it are. In a document that holds its milestones as headings "
        "it\n"
        "becomes one more heading. Nothing is written unless what would stand there is read back as it was asked for.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kNewOperation, new_document>};

constinit const Operation kPlanNewOperation{
    .name = "plan_new",
    .command = "plan new",
    .group = "Editing",
    .summary = "make a plan, initiative or overview",
    .description =
        "Makes what milestones belong to: an ExecPlan, the README of an initiative, an overview, a manifest.",
    .parameters = kParameters,
    .examples = kPlanExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kPlanNewOperation, new_plan>};

Result<ChangeAnswer> new_document(Session& session, const Arguments& arguments) {
  return make(session, arguments, kNewOperation, std::nullopt);
}

Result<ChangeAnswer> new_plan(Session& session, const Arguments& arguments) {
  return make(session, arguments, kPlanNewOperation, ItemKind::plan);
}

}  // namespace milepost
