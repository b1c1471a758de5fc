// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/registry_follow.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/document/path_parts.h"
#include "core/document/revision.h"
#include "operations/arguments.h"
#include "operations/execplan/registry_update.h"
#include "operations/execplan/space.h"
#include "operations/session.h"

namespace milepost::execplan {
namespace {

constexpr std::string_view kTreeName = "exec_plans";
constexpr std::string_view kFileName = "registry.json";

// The folder of all plans that a path lies in, "" when it lies in none.
std::string_view tree_of(std::string_view path) {
  for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder))
    if (file_name_of(folder) == kTreeName) return folder;
  return {};
}

// The trees that the plan touches and that keep a registry.
std::set<std::string> find_trees(const Workspace& workspace, const EditPlan& plan) {
  std::set<std::string> trees;
  const auto add = [&](std::string_view path) {
    const std::string folder(tree_of(path));
    if (!folder.empty() && workspace.has(folder + "/" + std::string(kFileName))) trees.insert(folder);
  };
  for (const FileChange& change : plan.files)
    if (file_name_of(change.path) != kFileName) add(change.path);
  for (const FolderMove& move : plan.folders) add(move.from);
  return trees;
}

// `path` below `folder`, "" when it is not there.
std::string path_below(const std::string& path, const std::string& folder) {
  return path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : std::string();
}

// The tree's files as they will be.
class FilesAfter {
 public:
  FilesAfter(const EditPlan& plan, std::string folder) : plan_(plan), folder_(std::move(folder)) {}

  Result<std::vector<SourceFile>> apply(std::vector<SourceFile> files) const {
    for (const FileChange& change : plan_.files)
      if (auto done = apply_change(change, files); !done) return std::unexpected(std::move(done).error());
    for (const FolderMove& move : plan_.folders)
      for (SourceFile& file : files) file.path = moved(file.path, move);
    std::erase_if(files, [](const SourceFile& file) { return file.path.empty(); });
    return files;
  }

 private:
  [[nodiscard]] Result<void> apply_change(const FileChange& change, std::vector<SourceFile>& files) const {
    const std::string path = path_below(change.path, folder_);
    const std::string after = change.new_path.empty() ? path : path_below(change.new_path, folder_);
    if (!change.path.ends_with(".md") || (path.empty() && after.empty())) return {};
    auto file = std::ranges::find(files, path, &SourceFile::path);
    if (file == files.end()) file = files.insert(files.end(), SourceFile{path, {}});
    auto bytes = apply_edits(file->bytes, change.edits);
    if (!bytes) return std::unexpected(std::move(bytes).error());
    *file = {change.remove ? std::string() : after, std::move(*bytes)};
    return {};
  }

  [[nodiscard]] std::string moved(const std::string& path, const FolderMove& move) const {
    const std::string whole = folder_ + "/" + path;
    if (path.empty() || !whole.starts_with(move.from + "/")) return path;
    return path_below(move.to + whole.substr(move.from.size()), folder_);
  }

  const EditPlan& plan_;
  std::string folder_;
};

bool has_time(Session& session, const std::string& path) {
  ReadBuffer bytes;
  return session.files().read(path, UINT32_MAX, bytes) && bytes.bytes().find("\"generated_at\"") != std::string::npos;
}

// Whether the registry could be made; when a plan has errors it stays as it is.
Result<bool> follow_space(const Space& space, Session& session, PlannedChange& into) {
  const std::string registry = space.below_base(space.registry());
  Arguments arguments;
  if (has_time(session, space.registry())) arguments.set_flag("registry-timestamp");
  auto files = space.load_files(session);
  if (!files) return std::unexpected(std::move(files).error());
  auto after = FilesAfter(into.plan, space.below_base(space.folder())).apply(std::move(*files));
  if (!after) return std::unexpected(std::move(after).error());
  PlannedChange change;
  const RegistryOrder order = parse_registry_order(session, arguments, RegistryVerb::refresh);
  if (auto added = add_registry(space, session, std::move(*after), order, change); !added)
    return std::unexpected(std::move(added).error());
  if (change.outcome != Outcome::done) return false;
  // The whole file is written anew, mended paths included.
  std::erase_if(into.plan.files, [&](const FileChange& other) { return other.path == registry; });
  for (FileChange& file : change.plan.files) into.plan.files.push_back(std::move(file));
  return true;
}

Result<void> follow_tree(Session& session, const std::string& folder, PlannedChange& into) {
  const std::string registry = folder + "/" + std::string(kFileName);
  Arguments arguments;
  arguments.add("root", session.root());
  arguments.add("execplans-dir", folder);
  arguments.add("out", registry);
  auto space = Space::open(session, arguments);
  if (!space) return std::unexpected(std::move(space).error());
  auto followed = follow_space(*space, session, into);
  if (!followed) return std::unexpected(std::move(followed).error());
  if (!*followed)
    into.remarks.push_back(registry + " was not brought up to date, because a plan has errors; " +
                           "`milepost execplan-registry check` shows them");
  return {};
}

}  // namespace

Result<void> follow_registry(Session& session, PlannedChange& into) {
  for (const std::string& folder : find_trees(*session.opened(), into.plan))
    if (auto done = follow_tree(session, folder, into); !done) return done;
  return {};
}

Result<void> follow_own_registry(const Space& space, Session& session, PlannedChange& into) {
  const bool is_own = space.registry() == space.absolute(kFileName);
  if (!is_own || !session.files().stat(space.registry())) return {};
  auto followed = follow_space(space, session, into);
  if (!followed) return std::unexpected(std::move(followed).error());
  return {};
}

}  // namespace milepost::execplan
