// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/resolve_change.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/document/path_parts.h"
#include "core/document/revision.h"
#include "workspace/write_gate.h"

namespace milepost {

namespace {

constexpr std::uint32_t kAnyWriteBit = 0222;

std::unexpected<Error> refuse(ErrorKind kind, std::string message, const std::string& path, std::string hint = {}) {
  Error error{kind, std::move(message), Place{path, 0, 0}, {}, {}};
  if (!hint.empty()) error.hints.push_back(std::move(hint));
  return std::unexpected(std::move(error));
}

std::unexpected<Error> refuse_stale(const std::string& path, std::uint64_t expected, std::uint64_t actual) {
  return refuse(ErrorKind::conflict,
                "The file has changed: revision " + revision_text(expected) + " was expected, now it is " +
                    revision_text(actual) + ".",
                path, "Look at what was changed and run the command again.");
}

// Collects a change; `finish` does what plans and undoing have in common.
class Resolver {
 public:
  explicit Resolver(const ChangeSite& site) : site_(site) {}

  Result<void> add_file(const FileChange& file, const Proof& prove);
  Result<void> add_undo(ChangeStep step);
  Result<void> add_folder(const FolderMove& move);
  void note_emptied_folders();
  Result<ChangeRecord> finish();

  ChangeRecord record;

 private:
  Result<void> add_step(ChangeStep step);
  Result<void> gate_source(const FileChange& file, ChangeStep& step) const;
  Result<void> gate_target(const std::string& path, std::string& into);
  Result<void> read_source(ChangeStep& step) const;
  Result<void> make_bytes(const FileChange& file, const Proof& prove, ChangeStep& step) const;
  Result<void> take_path(const std::string& path);
  Result<void> check_folders_writable(const ChangeStep& step) const;
  Result<void> check_writable(const std::string& path, const char* what) const;
  void note_missing(const std::vector<std::string>& folders);
  void note_emptied(std::string_view folder);
  [[nodiscard]] std::string temp_folder(const std::string& target) const;

  const ChangeSite& site_;
  std::set<std::string, std::less<>> taken_;
  std::set<std::string, std::less<>> missing_;
};

Result<void> Resolver::take_path(const std::string& path) {
  if (path.empty() || taken_.insert(path).second) return {};
  return refuse(ErrorKind::usage, "One change can name a file only once; do it in two.", path);
}

// A link is edited where it leads; the link itself stays a link.
Result<void> Resolver::gate_source(const FileChange& file, ChangeStep& step) const {
  auto gated = gate_write(site_, file.path);
  if (!gated) return std::unexpected(std::move(gated).error());
  if (!gated->stat) {
    return refuse(ErrorKind::conflict, "The file was moved or deleted since the change was decided.", file.path,
                  "Look for where it is now and run the command again.");
  }
  step.from = gated->path;
  if (gated->stat->kind == FileKind::link) {
    auto target = follow_link(site_, gated->path);
    if (!target) return std::unexpected(std::move(target).error());
    if (file.remove || !file.new_path.empty()) {
      return refuse(ErrorKind::refused, "It is a link to '" + *target + "', which is not moved or removed.", file.path,
                    "Name '" + *target + "' instead.");
    }
    step.from = *std::move(target);
  } else if (gated->stat->kind != FileKind::file) {
    return refuse(ErrorKind::usage, "It is no file.", file.path);
  }
  return {};
}

Result<void> Resolver::gate_target(const std::string& path, std::string& into) {
  auto gated = gate_write(site_, path);
  if (!gated) return std::unexpected(std::move(gated).error());
  if (gated->stat) {
    return refuse(ErrorKind::conflict, "There is something at this path already; nothing is overwritten.", path,
                  "Choose another name, or move away what stands there.");
  }
  into = gated->path;
  note_missing(gated->missing);
  return {};
}

void Resolver::note_missing(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (!missing_.insert(folder).second) continue;
    record.made.push_back({folder, 0});
  }
}

Result<void> Resolver::read_source(ChangeStep& step) const {
  auto found = find_file(site_, step.from);
  if (!found) return std::unexpected(to_write_error(found.error(), "The file can not be read", step.from));
  if (!*found) return refuse(ErrorKind::conflict, "The file was moved or deleted meanwhile.", step.from);
  if ((*found)->revision != step.old_revision) return refuse_stale(step.from, step.old_revision, (*found)->revision);
  step.seen = (*found)->stat;
  step.mode = (*found)->stat.mode;
  if (const auto owner = site_.writer.owner_of(site_.absolute(step.from))) step.owner = *owner;
  step.old_bytes = std::move((*found)->bytes);
  return {};
}

Result<void> Resolver::make_bytes(const FileChange& file, const Proof& prove, ChangeStep& step) const {
  auto bytes = apply_edits(step.old_bytes, file.edits);
  if (!bytes) return std::unexpected(std::move(bytes).error());
  step.new_revision = revision_of(*bytes);
  if (!step.is_new() && *bytes == step.old_bytes) return {};
  if (bytes->size() > site_.file_limit)
    return refuse(ErrorKind::refused, "The file would become too large.", file.path);
  if (!prove) return fail(ErrorKind::internal, "bytes were to be changed without a proof");
  if (auto proven = prove(file, step.old_bytes, *bytes); !proven) return proven;
  step.new_bytes = *std::move(bytes);
  return {};
}

Result<void> Resolver::add_file(const FileChange& file, const Proof& prove) {
  ChangeStep step;
  if (file.path.empty()) return refuse(ErrorKind::usage, "A file without a path can not be written.", file.path);
  if (file.remove && !file.revision) return fail(ErrorKind::internal, "a file is to be removed that must not exist");
  if (file.revision) {
    if (auto good = gate_source(file, step); !good) return good;
    step.old_revision = *file.revision;
    if (auto read = read_source(step); !read) return read;
  }
  if (!file.remove) {
    if (auto made = make_bytes(file, prove, step); !made) return made;
    const bool moves = !file.new_path.empty() && file.new_path != file.path;
    step.to = moves ? file.new_path : step.is_new() ? file.path : step.from;
  }
  if (step.stays() && !step.has_new_bytes()) return take_path(step.from);
  return add_step(std::move(step));
}

Result<void> Resolver::add_undo(ChangeStep step) {
  if (step.is_new()) return add_step(std::move(step));
  const FileChange change{.path = step.from,
                          .revision = step.old_revision,
                          .edits = {},
                          .new_path = step.stays() ? std::string() : step.to,
                          .remove = step.is_removal(),
                          .intended = {}};
  const bool stays = step.stays();
  auto good = gate_source(change, step);
  if (good) good = read_source(step);
  if (!good && good.error().kind == ErrorKind::conflict) {
    good.error().hints = {"It was changed after milepost had changed it; it is left as it is."};
  }
  if (!good) return good;
  if (stays) step.to = step.from;
  return add_step(std::move(step));
}

Result<void> Resolver::check_writable(const std::string& path, const char* what) const {
  if (auto good = site_.writer.check_writable(site_.absolute(path)); !good) {
    return std::unexpected(to_write_error(good.error(), what, path));
  }
  return {};
}

// Asked before anything is written, so that the usual reasons are told at once and for the right file.
Result<void> Resolver::check_folders_writable(const ChangeStep& step) const {
  if (!step.is_new() && (step.is_removal() || step.has_new_bytes())) {
    if ((step.mode & kAnyWriteBit) == 0) {
      return refuse(ErrorKind::io, "The file is read-only, so it is not changed.", step.from,
                    "Allow writing to it (chmod u+w) if it should be.");
    }
    if (auto good = check_writable(step.from, "The file can not be changed"); !good) return good;
  }
  if (!step.is_new()) {
    const std::string folder(folder_of(step.from));
    if (auto good = check_writable(folder, "The folder can not be changed"); !good) return good;
  }
  if (step.is_removal() || step.stays()) return {};
  return check_writable(temp_folder(step.to), "The folder can not be changed");
}

// `step` names its source with everything known of it; the target may still be any path.
Result<void> Resolver::add_step(ChangeStep step) {
  if (auto free = take_path(step.from); !free) return free;
  if (!step.is_removal() && !step.stays()) {
    std::string target = std::move(step.to);
    if (auto good = gate_target(target, step.to); !good) return good;
    if (auto free = take_path(step.to); !free) return free;
  }
  if (auto good = check_folders_writable(step); !good) return good;
  if (!step.has_new_bytes() && !step.is_removal()) step.old_bytes.clear();
  record.steps.push_back(std::move(step));
  return {};
}

Result<void> Resolver::add_folder(const FolderMove& move) {
  auto source = gate_write(site_, move.from);
  if (!source) return std::unexpected(std::move(source).error());
  if (!source->stat) return refuse(ErrorKind::conflict, "The folder was moved or deleted meanwhile.", move.from);
  if (source->stat->kind != FileKind::directory) return refuse(ErrorKind::usage, "It is no folder.", move.from);
  FolderMove gated{source->path, {}};
  if (auto good = gate_target(move.to, gated.to); !good) return good;
  if (is_within(gated.to, gated.from)) {
    return refuse(ErrorKind::usage, "A folder can not be moved into itself.", move.from);
  }
  for (const FolderMove& other : record.folders) {
    for (const std::string* path : {&gated.from, &gated.to}) {
      const bool meets = is_within(*path, other.from) || is_within(*path, other.to) || is_within(other.from, *path) ||
                         is_within(other.to, *path);
      if (meets) return refuse(ErrorKind::usage, "Two folders that move must lie apart; do it in two changes.", *path);
    }
  }
  for (const std::string& folder : {std::string(folder_of(gated.from)), temp_folder(gated.to)}) {
    if (auto good = check_writable(folder, "The folder can not be changed"); !good) return good;
  }
  record.folders.push_back(std::move(gated));
  return {};
}

void Resolver::note_emptied(std::string_view folder) {
  for (; !folder.empty(); folder = folder_of(folder)) {
    const std::string path(folder);
    if (std::ranges::find(record.emptied, path, &FolderFacts::path) != record.emptied.end()) return;
    const auto moves = [&](const FolderMove& move) { return move.from == path; };
    if (std::ranges::any_of(record.folders, moves)) return;
    const auto stat = site_.files.stat(site_.absolute(path));
    record.emptied.push_back({path, stat ? stat->mode : 0});
  }
}

void Resolver::note_emptied_folders() {
  for (const ChangeStep& step : record.steps) {
    if (!step.is_new() && !step.stays()) note_emptied(folder_of(step.from));
  }
  for (const FolderMove& move : record.folders) note_emptied(folder_of(move.from));
}

// The lowest folder above `target` that is there now; it is on the same file system as the folders that will be made.
std::string Resolver::temp_folder(const std::string& target) const {
  std::string folder(folder_of(target));
  while (missing_.contains(folder)) folder = folder_of(folder);
  return folder;
}

Result<ChangeRecord> Resolver::finish() {
  std::size_t count = 0;
  const std::string stem = ".milepost-" + revision_text(static_cast<std::uint64_t>(site_.files.now_ns())) + '-';
  for (ChangeStep& step : record.steps) {
    for (const FolderMove& move : record.folders) {
      if (!step.to.empty() && (is_within(step.to, move.to) || is_within(move.to, step.to))) {
        return refuse(ErrorKind::usage, "A file can not go into a folder that is moved there in the same change.",
                      step.to);
      }
    }
    if (!step.has_new_bytes()) continue;
    const std::string folder = temp_folder(step.to);
    step.temp = (folder.empty() ? "" : folder + '/') + stem + std::to_string(++count) + ".tmp";
  }
  std::ranges::stable_sort(record.made, {}, [](const FolderFacts& f) { return std::ranges::count(f.path, '/'); });
  std::ranges::stable_sort(record.emptied, std::greater{},
                           [](const FolderFacts& f) { return std::ranges::count(f.path, '/'); });
  record.root = site_.state.to_record(site_.root);
  record.when_ns = site_.files.now_ns();
  return std::move(record);
}

}  // namespace

Result<ChangeRecord> resolve_plan(const ChangeSite& site, const EditPlan& plan, const ApplyOptions& options) {
  Resolver resolver(site);
  resolver.record.summary = plan.summary;
  for (const FileChange& file : plan.files) {
    if (auto added = resolver.add_file(file, options.prove); !added) return std::unexpected(std::move(added).error());
  }
  for (const FolderMove& move : plan.folders) {
    if (auto added = resolver.add_folder(move); !added) return std::unexpected(std::move(added).error());
  }
  if (options.emptied == EmptiedFolders::remove) resolver.note_emptied_folders();
  return resolver.finish();
}

Result<ChangeRecord> resolve_undo(const ChangeSite& site, const ChangeRecord& record) {
  ChangeRecord inverse = invert_change(record);
  Resolver resolver(site);
  resolver.record.undoes = inverse.undoes;
  resolver.record.summary = inverse.summary;
  for (ChangeStep& step : inverse.steps) {
    if (auto added = resolver.add_undo(std::move(step)); !added) return std::unexpected(std::move(added).error());
  }
  for (const FolderMove& move : inverse.folders) {
    if (auto added = resolver.add_folder(move); !added) return std::unexpected(std::move(added).error());
  }
  resolver.record.emptied = std::move(inverse.emptied);
  auto finished = resolver.finish();
  if (!finished) return finished;
  for (FolderFacts& folder : finished->made) {  // as they were before they were removed
    const auto known = std::ranges::find_if(
        record.emptied, [&](const FolderFacts& f) { return record.path_after(f.path) == folder.path; });
    if (known != record.emptied.end()) folder.mode = known->mode;
  }
  return finished;
}

}  // namespace milepost
