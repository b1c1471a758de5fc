// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/change.h"

#include <charconv>
#include <utility>

#include "core/document/document_reader.h"
#include "core/document/revision.h"
#include "core/lifecycle/proof.h"
#include "core/text/unified_patch.h"
#include "operations/arguments.h"
#include "operations/commit_change.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/session.h"
#include "workspace/apply_edit_plan.h"
#include "workspace/folder_files.h"

namespace milepost {
namespace {

const char* to_string(FileAction action) {
  static constexpr std::array<const char*, 4> kNames{"edited", "created", "moved", "removed"};
  return kNames[static_cast<std::size_t>(action)];
}

FileAction action_of(const FileChange& change) {
  if (change.remove) return FileAction::removed;
  if (!change.revision) return FileAction::created;
  return change.new_path.empty() || change.new_path == change.path ? FileAction::edited : FileAction::moved;
}

// Where a path stands once the folders have moved, too.
std::string after_folders(const std::vector<FolderMove>& folders, const std::string& path) {
  for (const FolderMove& move : folders)
    if (path.starts_with(move.from + "/")) return move.to + path.substr(move.from.size());
  return path;
}

// Makes the patch and the list of changed files while the old bytes still stand there.
class ChangeViewer {
 public:
  ChangeViewer(const FileSystem& files, const std::string& root, const EditPlan& plan)
      : files_(files), root_(root), plan_(plan) {}

  Result<void> fill(ChangeAnswer& answer) {
    for (const FileChange& change : plan_.files)
      if (auto added = add(change, answer); !added) return added;
    for (const FolderMove& move : plan_.folders)
      if (auto added = add_folder(move, answer); !added) return added;
    answer.folders = plan_.folders;
    return {};
  }

 private:
  [[nodiscard]] Result<std::string> old_bytes(const FileChange& change) const {
    if (!change.revision || (change.edits.empty() && !change.remove)) return std::string();
    ReadBuffer bytes;
    const auto read = files_.read(root_ + "/" + change.path, UINT32_MAX, bytes);
    if (read) return std::string(bytes.bytes());
    return fail(ErrorKind::io, change.path + " can not be read: " + read.error().reason);
  }

  Result<void> add(const FileChange& change, ChangeAnswer& answer) {
    const FileAction action = action_of(change);
    auto bytes = old_bytes(change);
    if (!bytes) return std::unexpected(std::move(bytes).error());
    std::string after = change.remove
                            ? std::string()
                            : after_folders(plan_.folders, change.new_path.empty() ? change.path : change.new_path);
    auto patch =
        format_patch({action == FileAction::created ? std::string() : change.path, after, *bytes, change.edits});
    if (!patch) return std::unexpected(std::move(patch).error());
    answer.patch += *patch;
    if (after == change.path) after.clear();
    answer.files.push_back({action, change.path, std::move(after), std::nullopt, change.edits});
    return {};
  }

  // The files that move with a folder and are not edited themselves.
  Result<void> add_folder(const FolderMove& move, ChangeAnswer& answer) {
    auto files = list_folder_files(files_, root_, move.from);
    if (!files) return std::unexpected(std::move(files).error());
    for (const std::string& path : *files) {
      const auto edited = [&](const FileChange& change) { return change.path == path; };
      if (std::ranges::any_of(plan_.files, edited)) continue;
      auto patch = format_patch({path, move.to + path.substr(move.from.size()), {}, {}});
      if (!patch) return std::unexpected(std::move(patch).error());
      answer.patch += *patch;
    }
    return {};
  }

  const FileSystem& files_;
  const std::string& root_;
  const EditPlan& plan_;
};

// Data files beside the documents (a registry in JSON) have no meaning to compare; their edits are made whole.
Proof make_proof(const DialectSet& dialects) {
  auto reader = std::make_shared<DocumentReader>(dialects);
  return [reader](const FileChange& change, std::string_view before, std::string_view after) -> Result<void> {
    if (!change.revision || !reader->may_be_document(change.path)) return {};
    return prove_edit(*reader, {change.path, before, after}, change.intended);
  };
}

Result<void> check_revision(const ChangeOptions& options, const EditPlan& plan) {
  if (!options.revision || plan.files.empty()) return {};
  const FileChange& main = plan.files.front();
  if (!main.revision || *main.revision == *options.revision) return {};
  auto failure = fail(ErrorKind::conflict, main.path + " has changed: it is revision " + revision_text(*main.revision) +
                                               ", not " + revision_text(*options.revision) + " as the request says");
  failure.error().hints.emplace_back("read it again and decide on what stands there now");
  return failure;
}

void add_revisions(const Applied& applied, ChangeAnswer& answer) {
  for (ChangedFile& file : answer.files) {
    const std::string& path = file.new_path.empty() ? file.path : file.new_path;
    for (const AppliedFile& done : applied.files)
      if (done.path == path) file.revision = done.revision;
  }
}

void write_edits(JsonWriter& json, const std::vector<TextEdit>& edits) {
  json.key("edits").begin_array();
  for (const TextEdit& edit : edits) {
    json.begin_object().field("begin", edit.range.begin).field("end", edit.range.end);
    json.field("replacement", edit.replacement).end_object();
  }
  json.end_array();
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

}  // namespace

Result<ChangeOptions> parse_change_options(const Arguments& arguments) {
  ChangeOptions options;
  options.dry_run = arguments.has("dry-run");
  if (arguments.has("commit")) options.commit = arguments.text("commit");
  const std::string_view text = arguments.text("revision");
  if (text.empty()) return options;
  std::uint64_t revision = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision, 16);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 16) {
    return fail(
        ErrorKind::usage,
        "'" + std::string(text) + "' is no revision; a revision is 16 hexadecimal digits, as `show --json` gives it");
  }
  options.revision = revision;
  return options;
}

Result<ChangeAnswer> carry_out(Session& session, const ChangeOptions& options, const ChangePlanner& planner) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  auto changes = session.changes();
  if (!changes) return std::unexpected(std::move(changes).error());
  return carry_out_at({(*workspace)->root(), (*workspace)->dialects(), **changes}, session, options, planner);
}

Result<ChangeAnswer> carry_out_at(const ChangePlace& place, Session& session, const ChangeOptions& options,
                                  const ChangePlanner& planner) {
  ChangeAnswer answer;
  Result<CommitGround> ground;
  if (options.commit) ground = check_commit_ground(session, place.root);
  if (!ground) return std::unexpected(std::move(ground).error());
  bool again = false;
  // Decides on what stands there now; called again when another writer was faster.
  const auto plan = [&]() -> Result<EditPlan> {
    if (again) session.forget_scan();
    again = true;
    answer = {};
    auto planned = planner(session);
    if (!planned) return std::unexpected(std::move(planned).error());
    if (auto good = check_revision(options, planned->plan); !good) return std::unexpected(std::move(good).error());
    answer.summary = planned->plan.summary;
    answer.lines = std::move(planned->lines);
    answer.remarks = std::move(planned->remarks);
    answer.outcome = planned->outcome;
    ChangeViewer viewer(session.files(), place.root, planned->plan);
    if (auto seen = viewer.fill(answer); !seen) return std::unexpected(std::move(seen).error());
    return std::move(planned->plan);
  };
  if (options.dry_run) {
    auto planned = plan();
    if (!planned) return std::unexpected(std::move(planned).error());
    return answer;
  }
  auto applied = place.changes.apply_planned(plan, options.planning, {make_proof(place.dialects), options.emptied});
  if (!applied) return std::unexpected(std::move(applied).error());
  answer.applied = true;
  add_revisions(*applied, answer);
  answer.remarks.insert(answer.remarks.end(), applied->warnings.begin(), applied->warnings.end());
  if (!options.commit) return answer;
  if (auto done = commit_change(session, *ground, place.root, *options.commit, answer); !done)
    return std::unexpected(std::move(done).error());
  return answer;
}

JsonText change_json(const Operation& operation, Session& session, const ChangeAnswer& answer) {
  Envelope envelope(operation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().field("summary", answer.summary).field("applied", answer.applied).key("files").begin_array();
  for (const ChangedFile& file : answer.files) {
    json.begin_object().field("action", to_string(file.action)).field("path", file.path).key("new_path");
    file.new_path.empty() ? json.null() : json.string(file.new_path);
    json.key("revision");
    file.revision ? json.string(revision_text(*file.revision)) : json.null();
    write_edits(json, file.edits);
    json.end_object();
  }
  json.end_array().key("folders").begin_array();
  for (const FolderMove& move : answer.folders)
    json.begin_object().field("from", move.from).field("to", move.to).end_object();
  json.end_array();
  write_texts(json, "lines", answer.lines);
  write_texts(json, "remarks", answer.remarks);
  json.field("patch", answer.patch).key("commit");
  answer.commit.empty() ? json.null() : json.string(answer.commit);
  json.end_object();
  return std::move(envelope).finish({}, answer.outcome);
}

}  // namespace milepost
