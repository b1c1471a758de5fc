// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/take_back_change.h"

#include <algorithm>
#include <utility>

#include "core/document/path_parts.h"
#include "workspace/finish_change.h"

namespace milepost {

namespace {

constexpr std::uint32_t kFolderMode = 0777;
constexpr std::uint64_t kLargestJournal = std::uint64_t{4} << 30U;

std::unexpected<Error> fail_at(const FileFailure& failure, std::string_view path) {
  return std::unexpected(to_write_error(failure, "An unfinished change can not be taken back", path));
}

// Where the old bytes of a file are made ready. Never the name of the new bytes: that one says how far the change came.
std::string back_path(const ChangeStep& step) {
  const std::string folder(folder_of(step.from));
  return (folder.empty() ? "" : folder + '/') + ".milepost-back.tmp";
}

class TakingBack {
 public:
  TakingBack(const ChangeSite& site, const ChangeRecord& record) : site_(site), record_(record) {}

  Result<TakenBack> run();

 private:
  Result<void> move_folders_back();
  Result<void> take_back(const ChangeStep& step);
  Result<bool> remove_temps(const ChangeStep& step);
  Result<void> take_back_in_place(const ChangeStep& step);
  Result<void> take_back_move(const ChangeStep& step);
  Result<void> put_old_bytes(const ChangeStep& step);
  Result<void> remove_new_file(const ChangeStep& step);
  Result<void> make_folders_above(const std::string& path);
  Result<void> make_folder(const std::string& path);
  Result<void> tidy_folders();
  Result<void> drop_journal();
  Result<std::optional<std::uint64_t>> revision_at(const std::string& path) const;
  Result<bool> is_there(const std::string& path) const;
  Result<void> sync(const std::string& folder);
  void leave(const std::string& path) { taken_.left.push_back(path); }

  const ChangeSite& site_;
  const ChangeRecord& record_;
  TakenBack taken_;
};

Result<std::optional<std::uint64_t>> TakingBack::revision_at(const std::string& path) const {
  const auto found = find_file(site_, path);
  if (!found) return fail_at(found.error(), path);
  if (!*found) return std::nullopt;
  return (*found)->revision;
}

Result<bool> TakingBack::is_there(const std::string& path) const {
  const auto found = find_entry(site_, path);
  if (!found) return fail_at(found.error(), path);
  return found->has_value();
}

Result<void> TakingBack::move_folders_back() {
  for (auto move = record_.folders.rbegin(); move != record_.folders.rend(); ++move) {
    auto at_from = is_there(move->from);
    if (!at_from) return std::unexpected(std::move(at_from).error());
    auto at_to = is_there(move->to);
    if (!at_to) return std::unexpected(std::move(at_to).error());
    if (!*at_to) continue;
    if (*at_from) {
      leave(move->to);
      continue;
    }
    if (auto made = make_folders_above(move->from); !made) return made;
    if (auto done = place_new(site_, move->to, move->from, Moved::folder); !done) {
      return fail_at(done.error(), move->from);
    }
  }
  return {};
}

Result<void> TakingBack::make_folder(const std::string& path) {
  const auto known = std::ranges::find(record_.emptied, path, &FolderFacts::path);
  const std::uint32_t mode = known == record_.emptied.end() || known->mode == 0 ? kFolderMode : known->mode;
  const auto made = site_.writer.make_folder(site_.absolute(path), mode);
  if (made || made.error().trouble == FileTrouble::exists) return {};
  return fail_at(made.error(), path);
}

Result<void> TakingBack::make_folders_above(const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    auto found = is_there(folder);
    if (!found) return std::unexpected(std::move(found).error());
    if (*found) continue;
    if (auto made = make_folder(folder); !made) return made;
  }
  return {};
}

Result<void> TakingBack::put_old_bytes(const ChangeStep& step) {
  if (auto made = make_folders_above(step.from); !made) return made;
  const std::string temp = back_path(step);
  const NewFile file{site_.absolute(temp), step.old_bytes, step.mode, step.owner};
  if (auto done = store_new_file(site_, file, Durability::synced); !done) return fail_at(done.error(), step.from);
  auto done = site_.writer.rename(site_.absolute(temp), site_.absolute(step.from));
  if (done) return {};
  static_cast<void>(site_.writer.unlink(site_.absolute(temp)));
  return fail_at(done.error(), step.from);
}

Result<void> TakingBack::take_back_in_place(const ChangeStep& step) {
  auto now = revision_at(step.from);
  if (!now) return std::unexpected(std::move(now).error());
  if (*now == step.old_revision) return {};
  if (*now == step.new_revision) return put_old_bytes(step);
  leave(step.from);
  return {};
}

Result<void> TakingBack::remove_new_file(const ChangeStep& step) {
  auto now = revision_at(step.to);
  if (!now) return std::unexpected(std::move(now).error());
  if (!*now) return {};
  if (**now != step.new_revision) {
    leave(step.to);
    return {};
  }
  if (auto done = unlink_if_there(site_, site_.absolute(step.to)); !done) return fail_at(done.error(), step.to);
  return {};
}

// With `from` gone the bytes are at `to`; with both there the second name or the new bytes must go.
Result<void> TakingBack::take_back_move(const ChangeStep& step) {
  auto at_from = is_there(step.from);
  if (!at_from) return std::unexpected(std::move(at_from).error());
  if (*at_from) return remove_new_file(step);
  auto now = revision_at(step.to);
  if (!now) return std::unexpected(std::move(now).error());
  if (!step.temp.empty()) {
    if (*now && **now != step.new_revision) {
      leave(step.to);
      return {};
    }
    if (auto done = put_old_bytes(step); !done) return done;
    return remove_new_file(step);
  }
  if (!*now) {
    leave(step.from);
    return {};
  }
  if (auto made = make_folders_above(step.from); !made) return made;
  if (auto done = place_new(site_, step.to, step.from, Moved::file); !done) return fail_at(done.error(), step.from);
  return {};
}

// True when the new bytes were still waiting, so that they are not at the target.
Result<bool> TakingBack::remove_temps(const ChangeStep& step) {
  if (!step.is_new()) {
    const std::string back = back_path(step);
    if (auto done = unlink_if_there(site_, site_.absolute(back)); !done) return fail_at(done.error(), back);
  }
  if (step.temp.empty()) return false;
  auto waits = is_there(step.temp);
  if (!waits || !*waits) return waits;
  if (auto done = unlink_if_there(site_, site_.absolute(step.temp)); !done) return fail_at(done.error(), step.temp);
  return true;
}

Result<void> TakingBack::take_back(const ChangeStep& step) {
  auto waited = remove_temps(step);
  if (!waited) return std::unexpected(std::move(waited).error());
  if (*waited && step.stays()) return {};
  if (step.is_new()) return remove_new_file(step);
  if (step.stays()) return take_back_in_place(step);
  if (!step.is_removal()) return take_back_move(step);
  auto at_from = is_there(step.from);
  if (!at_from) return std::unexpected(std::move(at_from).error());
  return *at_from ? Result<void>{} : put_old_bytes(step);
}

Result<void> TakingBack::sync(const std::string& folder) {
  const auto done = site_.writer.sync_folder(site_.absolute(folder));
  if (!done && !is_gone(done.error())) return fail_at(done.error(), folder);
  return {};
}

Result<void> TakingBack::tidy_folders() {
  for (auto folder = record_.emptied.rbegin(); folder != record_.emptied.rend(); ++folder) {
    if (auto made = make_folders_above(folder->path + '/'); !made) return made;
  }
  for (auto folder = record_.made.rbegin(); folder != record_.made.rend(); ++folder) {
    if (auto done = remove_if_empty(site_, site_.absolute(folder->path)); !done) {
      return fail_at(done.error(), folder->path);
    }
  }
  for (const ChangeStep& step : record_.steps) {
    for (const std::string* path : {&step.from, &step.to}) {
      if (path->empty()) continue;
      if (auto done = sync(std::string(folder_of(*path))); !done) return done;
    }
  }
  for (const FolderMove& move : record_.folders) {
    if (auto done = sync(std::string(folder_of(move.from))); !done) return done;
    if (auto done = sync(std::string(folder_of(move.to))); !done) return done;
  }
  return {};
}

// The old bytes of files that were left are nowhere else, so then the journal is kept beside.
Result<void> TakingBack::drop_journal() {
  if (taken_.left.empty()) {
    if (auto done = unlink_if_there(site_, site_.state.journal()); !done)
      return fail_at(done.error(), site_.state.path);
    return {};
  }
  taken_.kept_journal = site_.state.path + "/left-" + std::to_string(record_.number);
  auto done = site_.writer.rename(site_.state.journal(), taken_.kept_journal);
  if (!done && !is_gone(done.error())) return fail_at(done.error(), site_.state.path);
  return {};
}

Result<TakenBack> TakingBack::run() {
  if (auto done = move_folders_back(); !done) return std::unexpected(std::move(done).error());
  for (auto step = record_.steps.rbegin(); step != record_.steps.rend(); ++step) {
    if (auto done = take_back(*step); !done) return std::unexpected(std::move(done).error());
  }
  if (auto done = tidy_folders(); !done) return std::unexpected(std::move(done).error());
  if (auto done = drop_journal(); !done) return std::unexpected(std::move(done).error());
  if (is_single_step(record_)) return taken_;
  if (auto done = site_.writer.sync_folder(site_.state.path); !done) return fail_at(done.error(), site_.state.path);
  return taken_;
}

// Whether every step of the change is there, so that only the commit is missing.
bool is_complete(const ChangeSite& site, const ChangeRecord& record) {
  const auto exists = [&](const std::string& path) {
    const auto found = find_entry(site, path);
    return found && *found;
  };
  for (const FolderMove& move : record.folders) {
    if (exists(move.from) || !exists(move.to)) return false;
  }
  for (const ChangeStep& step : record.steps) {
    if (!step.stays() && !step.is_new() && exists(record.path_after(step.from))) return false;
    if (step.is_removal()) continue;
    if (!step.temp.empty() && exists(step.temp)) return false;
    const auto now = find_file(site, record.path_after(step.to));
    if (!now || !*now || (*now)->revision != step.new_revision) return false;
  }
  return true;
}

Result<void> complete(const ChangeSite& site, const ChangeRecord& record) {
  for (const EmptiedPhase phase : {EmptiedPhase::before_folder_moves, EmptiedPhase::after_folder_moves}) {
    if (auto done = remove_emptied(site, record, phase); !done) return done;
  }
  return commit_change(site, record);
}

void describe(const TakenBack& taken, Recovered& recovered) {
  const std::string what = "'" + recovered.summary + "'";
  recovered.warnings.push_back(
      recovered.outcome == Recovered::Outcome::completed
          ? "An earlier command was ended before its last step; its change was completed: " + what + "."
          : "An earlier command was ended half way; its change was taken back: " + what + ".");
  for (const std::string& path : taken.left) {
    recovered.warnings.push_back("'" + path + "' was changed since and was left as it is; its old bytes are in " +
                                 taken.kept_journal + ".");
  }
  recovered.left = taken.left;
}

}  // namespace

Result<TakenBack> take_back_change(const ChangeSite& site, const ChangeRecord& record) {
  return TakingBack(site, record).run();
}

Result<Recovered> recover_change(const ChangeSite& site) {
  Recovered recovered;
  if (auto done = unlink_if_there(site, site.state.journal_draft()); !done) {
    return fail_at(done.error(), site.state.path);
  }
  ReadBuffer bytes;
  if (const auto read = site.files.read(site.state.journal(), kLargestJournal, bytes); !read) {
    if (is_gone(read.error())) return recovered;
    return fail_at(read.error(), site.state.journal());
  }
  const auto record = parse_change(bytes.bytes());
  if (!record) {  // it was never whole on the disk, so nothing was changed after it
    if (auto done = unlink_if_there(site, site.state.journal()); !done) return fail_at(done.error(), site.state.path);
    return recovered;
  }
  ChangeSite there = site;
  there.root = site.state.from_record(record->root);
  recovered.summary = record->summary;
  TakenBack taken;
  if (is_complete(there, *record)) {
    if (auto done = complete(there, *record); !done) return std::unexpected(std::move(done).error());
    recovered.outcome = Recovered::Outcome::completed;
  } else {
    auto back = take_back_change(there, *record);
    if (!back) return std::unexpected(std::move(back).error());
    taken = *std::move(back);
    recovered.outcome = Recovered::Outcome::taken_back;
  }
  describe(taken, recovered);
  return recovered;
}

}  // namespace milepost
