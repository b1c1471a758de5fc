// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/hooks.h"

#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kInstallParameters{
    Parameter{.name = "chain", .summary = "keep a hook that is there already and run it first"}};
constexpr std::array kInstallExamples{Example{"milepost hooks install", "check before each commit"},
                                      Example{"milepost hooks install --chain", "behind the hook that is there"}};
constexpr std::array kUninstallExamples{Example{"milepost hooks uninstall", "no check before commits any more"}};
constexpr std::array kStatusExamples{Example{"milepost hooks status", "whether commits are checked"}};
constexpr std::array<int, 4> kWriteCodes{0, 1, 2, 5};
constexpr std::string_view kSchema =
    R"json({"type":"object","required":["path","state","chained","lines"],"properties":{
"path":{"type":"string"},"state":{"enum":["absent","ours","ours-changed","other"]},
"chained":{"type":"boolean","description":"a hook that was there before is run first"},
"lines":{"type":"array","items":{"type":"string"}}}})json";
constexpr const char* kByHand = "add this line to it: milepost check --staged";

Result<HookPlace> find_place(Session& session) {
  const auto workspace = session.workspace();
  if (!workspace) return std::unexpected(workspace.error());
  auto place = find_hook_place(session.files(), session.git(), (*workspace)->root());
  if (!place) return std::unexpected(std::move(place).error());
  if (*place) return **std::move(place);
  return fail(ErrorKind::usage, "hooks need a git repository; " + (*workspace)->root() + " is in none");
}

std::string shown(const Session& session, const std::string& path) {
  const std::string inside = session.root() + "/";
  return path.starts_with(inside) ? path.substr(inside.size()) : path;
}

const char* word_of(HookState state) {
  constexpr std::array<const char*, 4> kWords{"absent", "ours", "ours-changed", "other"};
  return kWords.at(static_cast<std::size_t>(state));
}

// Why ours is not put there; "" when nothing speaks against it.
std::string objection(const HookPlace& place, const std::string& path, Chaining chaining) {
  if (place.is_shared) return path + " serves other repositories too (core.hooksPath); " + kByHand;
  if (place.state == HookState::ours_changed) return path + " is ours, but was changed by hand; it stays as it is";
  if (place.state != HookState::other) return {};
  if (place.has_before) return path + " is somebody else's, and so is " + path + ".before-milepost; " + kByHand;
  if (chaining == Chaining::wanted) return {};
  return "there is a pre-commit hook already: " + path +
         "; `milepost hooks install --chain` keeps it and runs it first, or " + kByHand;
}

// Either ours is there and runs the other, or everything is as before.
Result<void> put_hook(Session& session, const HookPlace& place, bool is_chained) {
  if (session.writer() == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
  if (is_chained) {
    if (auto moved = lay_aside_hook(*session.writer(), place); !moved) return moved;
  }
  auto made = session.make_program(place.path, hook_text());
  if (made || !is_chained) return made;
  if (const auto back = put_back_hook(*session.writer(), place); !back)
    made.error().hints.push_back("the hook that was there is now " + place.before);
  return made;
}

Result<JsonText> to_json(const Operation& operation, Session& session, const Result<HookAnswer>& answer) {
  if (!answer) return std::unexpected(answer.error());
  Envelope envelope(operation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().field("path", answer->place.path).field("state", word_of(answer->place.state));
  json.field("chained", answer->place.has_before && answer->place.state == HookState::ours);
  json.key("lines").begin_array();
  for (const std::string& line : answer->lines) json.string(line);
  json.end_array().end_object();
  return std::move(envelope).finish({}, answer->is_refused ? Outcome::nothing_matched : Outcome::done);
}

template <const Operation& kOperation, Result<HookAnswer> (*kRun)(Session&, const Arguments&)>
Result<JsonText> invoke_hooks(Session& session, const Arguments& arguments) {
  return to_json(kOperation, session, kRun(session, arguments));
}

}  // namespace

constinit const Operation kHooksInstallOperation{
    .name = "hooks_install",
    .command = "hooks install",
    .group = "Check",
    .summary = "let git check documents before each commit",
    .description =
        "Installs a pre-commit hook that runs `milepost check --staged`: the documents as they will be committed, and\n"
        "what they affect. It goes where git looks for hooks, for all work trees, also when core.hooksPath names the\n"
        "place. A hook that is there is never overwritten: it is left alone (exit 1), or with --chain kept and run\n"
        "first. `milepost hooks uninstall` puts everything back.",
    .parameters = kInstallParameters,
    .examples = kInstallExamples,
    .exit_codes = kWriteCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_hooks<kHooksInstallOperation, install_hooks>};

constinit const Operation kHooksUninstallOperation{
    .name = "hooks_uninstall",
    .command = "hooks uninstall",
    .group = "Check",
    .summary = "take the hook away again",
    .description =
        "Removes the hook that `milepost hooks install` made, and puts back the one that was there before. A hook of\n"
        "somebody else, or ours when it was changed by hand, stays (exit 1).",
    .examples = kUninstallExamples,
    .exit_codes = kWriteCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_hooks<kHooksUninstallOperation, uninstall_hooks>};

constinit const Operation kHooksStatusOperation{
    .name = "hooks_status",
    .command = "hooks status",
    .group = "Check",
    .summary = "whether git checks documents before each commit",
    .description =
        "Says where git looks for the pre-commit hook and whose the one is that stands there. Ends with 1\n"
        "when it is not ours.",
    .examples = kStatusExamples,
    .exit_codes = kWriteCodes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_hooks<kHooksStatusOperation, show_hooks>};

Result<HookAnswer> add_hook(Session& session, Chaining chaining) {
  auto place = find_place(session);
  if (!place) return std::unexpected(std::move(place).error());
  HookAnswer answer{*place, {}, false};
  const std::string path = shown(session, place->path);
  if (place->state == HookState::ours) {
    answer.lines.push_back("git runs `milepost check --staged` before each commit already: " + path);
    return answer;
  }
  if (std::string why = objection(*place, path, chaining); !why.empty()) {
    answer.lines.push_back(std::move(why));
    answer.is_refused = true;
    return answer;
  }
  const bool is_chained = place->state == HookState::other;
  if (auto made = put_hook(session, *place, is_chained); !made) return std::unexpected(std::move(made).error());
  answer.place.state = HookState::ours;
  answer.place.has_before = answer.place.has_before || is_chained;
  answer.lines.push_back("git runs `milepost check --staged` before each commit now: " + path);
  if (is_chained) answer.lines.push_back("the hook that was there is run first: " + shown(session, place->before));
  return answer;
}

Result<HookAnswer> install_hooks(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kHooksInstallOperation, arguments); !good) return std::unexpected(good.error());
  return add_hook(session, arguments.has("chain") ? Chaining::wanted : Chaining::refused);
}

Result<HookAnswer> uninstall_hooks(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kHooksUninstallOperation, arguments); !good) return std::unexpected(good.error());
  auto place = find_place(session);
  if (!place) return std::unexpected(std::move(place).error());
  HookAnswer answer{*place, {}, false};
  const std::string path = shown(session, place->path);
  if (place->state == HookState::absent) {
    answer.lines.emplace_back("there is no pre-commit hook");
    return answer;
  }
  if (place->state != HookState::ours) {
    const bool is_changed = place->state == HookState::ours_changed;
    answer.lines.push_back(path + (is_changed ? " was changed by hand; remove it yourself" : " is not ours; it stays"));
    answer.is_refused = true;
    return answer;
  }
  if (session.writer() == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
  if (auto done = remove_hook(*session.writer(), *place); !done) return std::unexpected(std::move(done).error());
  answer.place.state = place->has_before ? HookState::other : HookState::absent;
  answer.place.has_before = false;
  answer.lines.push_back("removed: " + path);
  if (place->has_before) answer.lines.push_back("the hook that was there before is back");
  return answer;
}

Result<HookAnswer> show_hooks(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kHooksStatusOperation, arguments); !good) return std::unexpected(good.error());
  auto place = find_place(session);
  if (!place) return std::unexpected(std::move(place).error());
  HookAnswer answer{*place, {}, place->state != HookState::ours};
  constexpr std::array<const char*, 4> kWords{"not installed: ", "installed: ", "installed, but changed by hand: ",
                                              "not installed; somebody else's hook is there: "};
  answer.lines.push_back(kWords.at(static_cast<std::size_t>(place->state)) + shown(session, place->path));
  if (place->state == HookState::ours && place->has_before)
    answer.lines.push_back("run first: " + shown(session, place->before));
  if (place->is_shared) answer.lines.emplace_back("the folder serves other repositories too (core.hooksPath)");
  return answer;
}

}  // namespace milepost
