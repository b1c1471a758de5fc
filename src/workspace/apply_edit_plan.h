// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Changes: the one door through which documents are written. An edit plan is applied wholly or not at all, whatever
// fails or kills the process; each change is recorded, so that it can be undone. An operation uses it so:
//
//   auto changes = session.changes();                       // Result<Changes*>; usage error where nothing may be written
//   auto applied = (*changes)->apply(plan, options);        // the plan was decided from session.scan()
//   auto applied = (*changes)->apply_planned(               // or: decided (again) when others changed the files,
//       [&] { return plan_tick(fresh snapshot); }, Planning::locked, options);  // or with the lock held, as for ids
//
// Nothing is written before every path, revision and proof of the whole plan was found good. Errors: conflict (a file
// is not as the plan says; the lock is held), refused (by the proof, a link that would have to move), usage (a path
// leads out of the root), not_found, io. After an error nothing has changed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "workspace/change_record.h"
#include "workspace/file_writer.h"
#include "workspace/state_folder.h"

namespace milepost {

// Called with each file whose bytes change, before anything is written; lifecycle's proof.h has the real one. An error
// stops the whole plan. For a new file `old_bytes` is "".
using Proof =
    std::function<Result<void>(const FileChange& change, std::string_view old_bytes, std::string_view new_bytes)>;

struct ApplyOptions {
  Proof prove;  // must be there when the plan changes bytes
  EmptiedFolders emptied = EmptiedFolders::remove;
};

struct AppliedFile {
  std::string path;            // where it is now; "" when it was removed
  std::string old_path;        // where it was; "" when it is new
  std::uint64_t revision = 0;  // of the bytes that stand there now
};

struct Applied {
  std::uint64_t number = 0;  // of the change, for `undo`; 0 when the plan was empty
  std::string summary;
  std::vector<AppliedFile> files;
  std::vector<FolderMove> folders;
  std::vector<std::string> warnings;  // sentences: an earlier command was taken back, a folder could not be synced
};

// What recovering after a killed command did.
struct Recovered {
  enum class Outcome : std::uint8_t { nothing, taken_back, completed };
  Outcome outcome = Outcome::nothing;
  std::string summary;                // of the unfinished change
  std::vector<std::string> left;      // files that somebody changed since; they were left as they are
  std::vector<std::string> warnings;  // the same as sentences
};

enum class Planning : std::uint8_t {
  optimistic,  // plans without the lock; when a file has changed meanwhile, plans again with the lock held
  locked,      // plans with the lock held: for what must not happen twice, such as taking an id
};

struct ChangesOptions {
  std::string command;                // names this process to others that wait: "milepost tick M1"
  std::uint32_t lock_wait_ms = 10'000;
  std::uint64_t file_limit = std::uint64_t{64} << 20U;  // no larger file is read or made
};

class Changes {
 public:
  // Borrows `files` and `writer`. Reads nothing but where the state lies. `root` is canonical.
  Changes(const FileSystem& files, const FileWriter& writer, std::string root, ChangesOptions options);

  // Takes the lock, mends what a killed command left, checks, proves, writes, records.
  [[nodiscard]] Result<Applied> apply(const EditPlan& plan, const ApplyOptions& options) const;

  // The same for a plan that is made when it is needed. The planner must read the files afresh each time it is called;
  // its errors are handed through.
  using Planner = std::function<Result<EditPlan>()>;
  [[nodiscard]] Result<Applied> apply_planned(const Planner& planner, Planning planning,
                                              const ApplyOptions& options) const;

  // What undo would take back, newest first; at most kKeptChanges. Never waits for a lock.
  [[nodiscard]] Result<std::vector<ChangeRecord>> history() const;
  // Takes back the newest change of this root that is not taken back yet, or with redo the newest undo. Files that are
  // not as the change left them: conflict, nothing is written. Nothing to take back: not_found.
  enum class Direction : std::uint8_t { undo, redo };
  [[nodiscard]] Result<Applied> undo(Direction direction) const;

  // Whether a killed command left something; one look, no lock. `recover` is part of every writing call.
  [[nodiscard]] bool is_unfinished() const;
  [[nodiscard]] Result<Recovered> recover() const;

 private:
  const FileSystem& files_;
  const FileWriter& writer_;
  std::string root_;
  ChangesOptions options_;
  StateFolder state_;
};

}  // namespace milepost
