// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/init.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/wording.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/destination.h"
#include "operations/arguments.h"
#include "operations/hooks.h"
#include "operations/invoke_change.h"
#include "operations/list.h"
#include "operations/session.h"
#include "workspace/config.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

constexpr std::string_view kFileName = "milepost.toml";
constexpr std::size_t kShownFolders = 8;

constexpr std::array kParameters{
    Parameter{.name = "hooks", .summary = "install a git hook that checks documents before each commit"},
    kChangeParameters[0]};
constexpr std::array kExamples{Example{"milepost init --dry-run", "what is found, and what would be written"},
                               Example{"milepost init --hooks", "the settings and the hook"}};
constexpr std::array<int, 5> kExitCodes{0, 2, 3, 5, 130};

// "docs/plans/active" and "docs/plans/archive/2026" are both "docs/plans".
std::string plan_folder_of(std::string_view path) {
  std::string_view folder = folder_of(path);
  while (!folder.empty() && is_stage_folder(file_name_of(folder))) folder = folder_of(folder);
  return folder.empty() ? "." : std::string(folder);
}

std::string join_counts(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& [name, count] : counts) {
    if (++shown > kShownFolders) return text + " and " + std::to_string(counts.size() - kShownFolders) + " more";
    text += (text.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ")";
  }
  return text;
}

// What the workspace holds, as lines for people.
std::vector<std::string> describe(const Workspace& workspace, const ScanResult& scan) {
  std::map<std::string, std::size_t> families;
  std::map<std::string, std::size_t> folders;
  std::size_t documents = 0;
  std::size_t items = 0;
  for (const DocumentSummary& document : scan.corpus.documents()) {
    if (document.items.empty()) continue;
    ++documents;
    items += document.items.size();
    ++families[document.dialect];
    ++folders[plan_folder_of(document.path)];
  }
  if (documents == 0) return {describe_empty(workspace, scan)};
  return {"found " + counted(documents, "document", "documents") + " with " + counted(items, "item", "items"),
          "families: " + join_counts(families), "plan folders: " + join_counts(folders)};
}

// Every key with its default, commented out, so that the file changes nothing until a line is opened.
std::string settings_text(const std::vector<std::string>& found) {
  std::string text =
      "# Settings of milepost. Every line that is commented out shows the default; nothing is required.\n#\n";
  for (const std::string& line : found) text += "# " + line + "\n";
  std::string section;
  for (const ConfigKey& key : Config::keys()) {
    const std::size_t dot = key.name.find('.');
    const std::string name(key.name.substr(0, dot));
    text += "\n";
    if (name != section) text += "[" + name + "]\n";
    section = name;
    text += "# " + std::string(key.summary) + "\n";
    if (!key.choices.empty()) text += "# One of: " + std::string(key.choices) + "\n";
    text += "# " + std::string(key.name.substr(dot + 1)) + " = " + std::string(key.default_text) + "\n";
  }
  return text;
}

Result<PlannedChange> plan_settings(Session& session, bool wants_hooks) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Workspace& workspace = *session.opened();
  PlannedChange planned;
  planned.plan.summary = "init";
  planned.lines = describe(workspace, **scan);
  if (workspace.has(std::string(kFileName))) {
    if (wants_hooks) {
      planned.remarks.push_back(std::string(kFileName) + " is there already and stays as it is");
      return planned;
    }
    auto failure = fail(ErrorKind::usage, std::string(kFileName) + " is there already; it stays as it is");
    failure.error().hints.emplace_back("`milepost config list --show-origin` shows what is in force, and why");
    failure.error().hints.emplace_back("`milepost hooks install` installs the hook alone");
    return failure;
  }
  FileChange file;
  file.path = kFileName;
  file.edits.push_back({{0, 0}, settings_text(planned.lines)});
  planned.plan.files.push_back(std::move(file));
  return planned;
}

// Never touches a hook that is there: what to do is said instead.
Result<void> add_hook_too(Session& session, bool dry_run, ChangeAnswer& answer) {
  if (dry_run) {
    answer.remarks.emplace_back("`milepost hooks install` would be run");
    return {};
  }
  auto hook = add_hook(session, Chaining::refused);
  if (!hook) return std::unexpected(std::move(hook).error());
  auto& lines = hook->is_refused ? answer.remarks : answer.lines;
  lines.insert(lines.end(), hook->lines.begin(), hook->lines.end());
  return {};
}

}  // namespace

constinit const Operation kInitOperation{
    .name = "init",
    .command = "init",
    .group = "Dialects and configuration",
    .summary = "show what is found and write milepost.toml",
    .description =
        "Shows which families of documents the workspace holds and where, and writes milepost.toml with every setting\n"
        "and its default, all commented out. A file that is there is never touched (exit 2). --hooks installs a git\n"
        "hook that checks documents before each commit, unless there is one already: then it says what to add.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kInitOperation, init>};

Result<ChangeAnswer> init(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kInitOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const bool wants_hooks = arguments.has("hooks");
  if (wants_hooks && !find_git_layout(session.files(), (*workspace)->root()))
    return fail(ErrorKind::usage, "--hooks needs a git repository; " + (*workspace)->root() + " is none");
  auto answer = carry_out(session, *options, [&](Session& now) { return plan_settings(now, wants_hooks); });
  if (!answer) return answer;
  if (options->dry_run) answer->remarks.insert(answer->remarks.begin(), answer->lines.begin(), answer->lines.end());
  if (!wants_hooks) return answer;
  if (auto done = add_hook_too(session, options->dry_run, *answer); !done)
    return std::unexpected(std::move(done).error());
  return answer;
}

}  // namespace milepost
