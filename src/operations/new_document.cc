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

Result<void> take_words(const Arguments& arguments, CreationRequest& request) {
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

Result<CreationRequest> parse_request(Session& session, const Arguments& arguments, std::optional<ItemKind> kind) {
  CreationRequest request(session.today());
  request.kind = kind;
  const bool has_source = arguments.has("from");
  if (!has_source || !arguments.all("words").empty())
    if (auto done = take_words(arguments, request); !done) return std::unexpected(std::move(done).error());
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
  if (arguments.has("number")) {
    const std::string_view text = arguments.text("number");
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
      return std::unexpected(
          usage_error("'" + std::string(text) + "' is no number that an id can have", "use a whole number from 1"));
    request.number = number;
  }
  return request;
}

Result<std::optional<TemplateText>> find_own_template(const Workspace& workspace, const std::string& name) {
  const std::string path = ".milepost/templates/" + name + ".md";
  auto text = workspace.read(workspace.root() + "/" + path);
  if (text) return std::optional(TemplateText{path, std::string(text->bytes())});
  if (text.error().kind == ErrorKind::not_found) return std::optional<TemplateText>();
  return std::unexpected(std::move(text).error());
}

std::string line_of(const PlannedCreation& planned) {
  std::string line =
      std::string(to_string(planned.kind)) + (planned.id.empty() ? "" : " " + planned.id) + ": " + planned.title;
  if (planned.line > 1) line += " (" + planned.path + ":" + std::to_string(planned.line) + ")";
  return line;
}

Result<PlannedChange> plan(Session& session, const CreationRequest& request, bool is_real) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Workspace& workspace = **session.workspace();
  const CreationSources sources{
      (*scan)->corpus,
      workspace.dialects(),
      [&](const std::string& name) { return find_own_template(workspace, name); },
      [&](const std::string& path) { return load_document(session, path); },
      [&](const std::string& path) { return session.files().stat(workspace.root() + "/" + path).has_value(); },
      [&](const IdSequence& row, TakenNumbers& into) { return add_taken_elsewhere(session, row, into); }};
  auto planned = plan_creation(request, sources);
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
  return change;
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
  return carry_out(session, *options, [&](Session& now) { return plan(now, *request, !options->dry_run); });
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
