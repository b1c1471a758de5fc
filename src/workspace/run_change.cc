// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/run_change.h"

#include <set>
#include <utility>

#include "core/document/path_parts.h"
#include "workspace/finish_change.h"
#include "workspace/take_back_change.h"

namespace milepost {

namespace {

constexpr std::uint32_t kFolderMode = 0777;  // the umask takes from it

std::unexpected<Error> fail_at(const FileFailure& failure, std::string_view doing, std::string_view path) {
  return std::unexpected(to_write_error(failure, doing, path));
}

Result<void> store_journal(const ChangeSite& site, const ChangeRecord& record) {
  constexpr std::string_view kDoing = "The change can not be recorded";
  const Durability durability = is_single_step(record) ? Durability::unsynced : Durability::synced;
  const std::string bytes = encode_change(record);
  if (auto done = store_new_file(site, {site.state.journal_draft(), bytes, 0, {}}, durability); !done) {
    return fail_at(done.error(), kDoing, site.state.path);
  }
  if (auto done = site.writer.rename(site.state.journal_draft(), site.state.journal()); !done) {
    static_cast<void>(site.writer.unlink(site.state.journal_draft()));
    return fail_at(done.error(), kDoing, site.state.path);
  }
  if (durability == Durability::unsynced) return {};
  if (auto done = site.writer.sync_folder(site.state.path); !done)
    return fail_at(done.error(), kDoing, site.state.path);
  return {};
}

Result<void> stage(const ChangeSite& site, const ChangeRecord& record) {
  for (const ChangeStep& step : record.steps) {
    if (step.temp.empty()) continue;
    const NewFile file{site.absolute(step.temp), step.new_bytes, step.mode, step.owner};
    if (auto done = store_new_file(site, file, Durability::synced); !done) {
      return fail_at(done.error(), "The file can not be written", step.to);
    }
  }
  return {};
}

Result<void> make_folders(const ChangeSite& site, const ChangeRecord& record) {
  for (const FolderFacts& folder : record.made) {
    const auto done = site.writer.make_folder(site.absolute(folder.path), folder.mode == 0 ? kFolderMode : folder.mode);
    if (!done && done.error().trouble != FileTrouble::exists) {
      return fail_at(done.error(), "The folder can not be made", folder.path);
    }
  }
  return {};
}

// Somebody may have saved the file since it was read; what follows at once is the rename.
Result<void> check_unchanged(const ChangeSite& site, const ChangeStep& step) {
  if (step.is_new()) return {};
  const auto now = site.files.stat(site.absolute(step.from));
  if (now && *now == step.seen) return {};
  return std::unexpected(Error{ErrorKind::conflict,
                               "The file was changed in the same moment by somebody else.",
                               Place{step.from, 0, 0},
                               {},
                               {"Run the command again."}});
}

FileResult<void> make_visible(const ChangeSite& site, const ChangeStep& step) {
  if (step.is_removal()) return site.writer.unlink(site.absolute(step.from));
  if (step.temp.empty()) return place_new(site, step.from, step.to, Moved::file);
  if (step.stays()) return site.writer.rename(site.absolute(step.temp), site.absolute(step.to));
  auto placed = place_new(site, step.temp, step.to, Moved::file);
  if (!placed || step.is_new()) return placed;
  return site.writer.unlink(site.absolute(step.from));
}

Result<void> make_steps_visible(const ChangeSite& site, const ChangeRecord& record) {
  for (const ChangeStep& step : record.steps) {
    if (auto same = check_unchanged(site, step); !same) return same;
  }
  for (const ChangeStep& step : record.steps) {
    if (auto same = check_unchanged(site, step); !same) return same;
    if (auto done = make_visible(site, step); !done) {
      const bool is_taken = done.error().trouble == FileTrouble::exists;
      Error error =
          to_write_error(done.error(), "The file can not be put in place", step.is_removal() ? step.from : step.to);
      if (is_taken) error.kind = ErrorKind::conflict;
      return std::unexpected(std::move(error));
    }
  }
  return {};
}

Result<void> move_folders(const ChangeSite& site, const ChangeRecord& record) {
  for (const FolderMove& move : record.folders) {
    if (auto done = place_new(site, move.from, move.to, Moved::folder); !done) {
      return fail_at(done.error(), "The folder can not be moved", move.from);
    }
  }
  return {};
}

// Every folder whose entries changed, by its name after the change. Those that went away need nothing.
Result<void> sync_folders(const ChangeSite& site, const ChangeRecord& record) {
  std::set<std::string> folders;
  const auto add = [&](const std::string& path) {
    if (!path.empty()) folders.insert(record.path_after(std::string(folder_of(path))));
  };
  for (const ChangeStep& step : record.steps) {
    add(step.from);
    add(step.to);
    add(step.temp);
  }
  for (const FolderMove& move : record.folders) {
    folders.insert(std::string(folder_of(move.from)));
    folders.insert(std::string(folder_of(move.to)));
  }
  for (const FolderFacts& folder : record.made) add(folder.path);
  for (const FolderFacts& folder : record.emptied) add(folder.path);
  for (const std::string& folder : folders) {
    const auto done = site.writer.sync_folder(site.absolute(folder));
    if (!done && !is_gone(done.error())) return fail_at(done.error(), "The folder can not be synced", folder);
  }
  return {};
}

Result<void> make_all(const ChangeSite& site, const ChangeRecord& record) {
  using Part = Result<void> (*)(const ChangeSite&, const ChangeRecord&);
  constexpr Part kParts[] = {
      store_journal,
      stage,
      make_folders,
      make_steps_visible,
      [](const ChangeSite& s, const ChangeRecord& r) {
        return remove_emptied(s, r, EmptiedPhase::before_folder_moves);
      },
      move_folders,
      [](const ChangeSite& s, const ChangeRecord& r) { return remove_emptied(s, r, EmptiedPhase::after_folder_moves); },
      sync_folders,
      commit_change};
  for (const Part part : kParts) {
    if (auto done = part(site, record); !done) return done;
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> run_change(const ChangeSite& site, const ChangeRecord& record) {
  std::vector<std::string> warnings;
  if (auto made = make_all(site, record); !made) {
    Error error = std::move(made).error();
    const auto back = take_back_change(site, record);
    if (!back) {
      error.hints.push_back("It could not be taken back at once (" + back.error().message +
                            "); the next command of milepost will try again.");
    } else {
      for (const std::string& path : back->left) {
        error.hints.push_back("'" + path + "' was changed by somebody else meanwhile and was left as it is.");
      }
    }
    return std::unexpected(std::move(error));
  }
  if (is_single_step(record)) return warnings;
  for (const std::string& folder : {site.state.history(), site.state.path}) {
    if (const auto done = site.writer.sync_folder(folder); !done) {
      warnings.push_back("The change is made, but a power failure in the next moments could take it back: " +
                         done.error().reason + ".");
    }
  }
  return warnings;
}

}  // namespace milepost
