// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/edit_document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/chosen_item.h"
#include "operations/edit_item.h"
#include "operations/envelope.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{kItemParameter};
constexpr std::array kExamples{Example{"milepost edit M3", "M3 in $VISUAL or $EDITOR"},
                               Example{"milepost edit docs/milestones/M3-crane.md", "the same by its path"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["path","changed","problems"],"properties":{
"path":{"type":"string"},"changed":{"type":"boolean"},
"problems":{"type":"array","items":{"$ref":"#/$defs/finding"},"description":"those that were not there before"}}})json";

// A file that is no milestone document may be edited as well; only what is not there can not.
Result<std::string> find_path(Session& session, const std::string& name) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  auto key = (*scan)->corpus.find(name);
  if (key) return (*scan)->corpus.document_of(*key).path;
  const Workspace& workspace = *session.opened();
  if (key.error().kind == ErrorKind::not_found && workspace.read(name)) return workspace.to_relative(name);
  return std::unexpected(std::move(key).error());
}

// Problems of `after` that `before` has not, or not as often; lines move while one edits, so they do not count.
std::vector<Finding> find_new(const std::vector<Finding>& before, const std::vector<Finding>& after) {
  std::vector<std::pair<std::string_view, std::string_view>> known;
  for (const Finding& finding : before) known.emplace_back(finding.id, finding.message);
  std::vector<Finding> found;
  for (const Finding& finding : after) {
    const auto same = std::ranges::find(known, std::pair(finding.id, std::string_view(finding.message)));
    if (same == known.end()) {
      found.push_back(finding);
    } else {
      known.erase(same);
    }
  }
  return found;
}

}  // namespace

constinit const Operation kEditOperation{
    .name = "edit",
    .command = "edit",
    .group = "Editing",
    .summary = "open a document in your editor and check it afterwards",
    .description =
        "Opens the document in $VISUAL, else $EDITOR, and waits until the editor ends. What reading then finds wrong "
        "and\n"
        "did not find before is shown (exit 1). The file stays as the editor left it. Without a terminal or an editor\n"
        "nothing happens (exit 2).",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .faces = kFaceCli,
    .data_schema = kSchema,
    .invoke = invoke_edit};

Result<EditAnswer> edit_document(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kEditOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto path = find_path(session, std::string(arguments.text("id")));
  if (!path) return std::unexpected(std::move(path).error());
  auto before = load_document(session, *path);
  if (!before) return std::unexpected(std::move(before).error());
  if (auto edited = session.open_editor(session.root() + "/" + *path); !edited)
    return std::unexpected(std::move(edited).error());
  auto after = load_document(session, *path);
  if (!after) return std::unexpected(std::move(after).error());
  session.forget_scan();
  const bool changed = after->document.revision != before->document.revision;
  return EditAnswer{*path, changed, find_new(before->document.problems, after->document.problems)};
}

Result<JsonText> invoke_edit(Session& session, const Arguments& arguments) {
  auto answer = edit_document(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kEditOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().field("path", answer->path).field("changed", answer->changed).key("problems").begin_array();
  for (const Finding& finding : answer->new_problems) write_finding(json, finding);
  json.end_array().end_object();
  return std::move(envelope).finish({}, answer->new_problems.empty() ? Outcome::done : Outcome::findings);
}

}  // namespace milepost
