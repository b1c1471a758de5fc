// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Changes: the one door through which documents are written. An edit plan is applied wholly or not at all, whatever
// fails or kills the process, and each change is recorded, so that it can be undone. Nothing is written before every
// path, revision and proof of the whole plan was found good. docs/design/writing.md says how and why.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"
#include "workspace/resolve_change.h"
#include "workspace/take_back_change.h"

namespace milepost {

class ChangeLock;

struct AppliedFile {
  std::string path;            // where it is now; "" when it was removed
  std::string old_path;        // where it was; "" when it is new
  std::uint64_t revision = 0;  // of the bytes that stand there now; 0 when it was removed
};

struct Applied {
  std::uint64_t number = 0;  // of the change; 0 when there was nothing to do
  std::string summary = {};
  std::vector<AppliedFile> files = {};  // in the order of the plan, without those that were as wanted already
  std::vector<FolderMove> folders = {};
  std::vector<std::string> warnings = {};  // sentences: an earlier command was taken back, a folder could not be synced
};

struct Undone {
  Applied applied;
  ChangeRecord record;  // what was done, with old and new bytes
};

enum class Planning : std::uint8_t {
  optimistic,  // plans without the lock; when a file has changed meanwhile, plans again with the lock held
  locked,      // plans with the lock held: for what must not happen twice, such as taking an id
};

struct ChangesOptions {
  std::string command = {};                             // names this process to others that wait: "milepost tick M1"
  std::uint32_t lock_wait_ms = 10'000;                  // then: conflict, and the holder is named
  std::uint64_t file_limit = std::uint64_t{64} << 20U;  // no larger document is changed or made
};

// An operation gets it from its session and uses it so:
//
//   auto applied = changes.apply(plan, options);           // a plan that was decided from what stands there
//   auto applied = changes.apply_planned(                  // a plan that is decided again when others were faster,
//       planner, Planning::locked, options);               // or while the lock is held, for ids
//
// Errors: conflict (a file is not as the plan says, a target exists, the lock is held), refused (by the proof; a link
// that would have to move), usage (a path leads out of the root), io, and what planner and proof say. After an error
// nothing has changed.
class Changes {
 public:
  // Borrows `files` and `writer`. `root` is canonical.
  Changes(const FileSystem& files, const FileWriter& writer, std::string root, ChangesOptions options);

  // Takes the lock, mends what a killed command left, checks, proves, writes, records.
  [[nodiscard]] Result<Applied> apply(const EditPlan& plan, const ApplyOptions& options) const;

  // The same for a plan that is made when it is needed. The planner must read the files afresh each time it is called;
  // its errors are handed through. It must not call apply.
  using Planner = std::function<Result<EditPlan>()>;
  [[nodiscard]] Result<Applied> apply_planned(const Planner& planner, Planning planning,
                                              const ApplyOptions& options) const;

  // Takes back the newest change of this root, or of what its repository has beside it (hooks), that stands, or with
  // redo the newest undo. Errors: not_found (nothing to take back), conflict (a file is not as the change left it), and
  // those of apply.
  enum class Direction : std::uint8_t { undo, redo };
  [[nodiscard]] Result<Undone> undo(Direction direction) const;
  // What it would do now, with old and new bytes; takes no lock.
  [[nodiscard]] Result<ChangeRecord> plan_undo(Direction direction) const;

  // Whether a command was killed half way, or one is at work: one look, no lock.
  [[nodiscard]] bool is_unfinished() const;
  // Mends what a killed command left. Every writing call does it first.
  [[nodiscard]] Result<Recovered> recover() const;

  // Where lock, journal and recorded changes are; absolute.
  [[nodiscard]] const std::string& state_folder() const { return site_.state.path; }

 private:
  struct Held;
  [[nodiscard]] Result<Held> hold() const;
  [[nodiscard]] Result<Applied> make(const ChangeSite& site, ChangeRecord& record, const Held& held) const;
  [[nodiscard]] Result<Applied> apply_held(const EditPlan& plan, const ApplyOptions& options, const Held& held) const;

  ChangeSite site_;
  ChangesOptions options_;
};

}  // namespace milepost
