// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/apply_edit_plan.h"

#include <utility>

#include "workspace/change_history.h"
#include "workspace/change_lock.h"
#include "workspace/path_gate.h"
#include "workspace/run_change.h"

namespace milepost {

namespace {

constexpr int kMostAttempts = 3;  // with the lock held only editors of people can be faster

Applied to_applied(const ChangeRecord& record) {
  Applied applied;
  applied.number = record.number;
  applied.summary = record.summary;
  applied.folders = record.folders;
  for (const ChangeStep& step : record.steps) {
    AppliedFile& file = applied.files.emplace_back();
    file.path = record.path_after(step.to);
    file.old_path = step.from;
    file.revision = step.is_removal() ? 0 : step.new_revision;
  }
  return applied;
}

// Where a recorded change was made; the state folder may keep those of several roots.
ChangeSite site_of(const ChangeSite& site, const ChangeRecord& record) {
  ChangeSite there = site;
  there.root = site.state.from_record(record.root);
  return there;
}

}  // namespace

// The lock, and what was found when it was taken.
struct Changes::Held {
  ChangeLock lock;
  std::vector<std::string> warnings;
};

Changes::Changes(const FileSystem& files, const FileWriter& writer, std::string root, ChangesOptions options)
    : site_{files, writer, find_state_folder(files, root), root, options.file_limit}, options_(std::move(options)) {}

Result<Changes::Held> Changes::hold() const {
  auto lock = ChangeLock::take(site_, {options_.command, options_.lock_wait_ms});
  if (!lock) return std::unexpected(std::move(lock).error());
  auto recovered = recover_change(site_);
  if (!recovered) return std::unexpected(std::move(recovered).error());
  return Held{*std::move(lock), std::move(recovered->warnings)};
}

Result<Applied> Changes::make(const ChangeSite& site, ChangeRecord& record, const Held& held) const {
  if (record.steps.empty() && record.folders.empty()) {
    Applied nothing;
    nothing.summary = record.summary;
    nothing.warnings = held.warnings;
    return nothing;
  }
  const std::vector<std::uint64_t> numbers = list_history(site_);
  record.number = numbers.empty() ? 1 : numbers.back() + 1;
  record.command = options_.command;
  auto made = run_change(site, record);
  if (!made) return std::unexpected(std::move(made).error());
  prune_history(site_);
  Applied applied = to_applied(record);
  applied.warnings = held.warnings;
  applied.warnings.insert(applied.warnings.end(), made->begin(), made->end());
  return applied;
}

Result<Applied> Changes::apply_held(const EditPlan& plan, const ApplyOptions& options, const Held& held) const {
  auto record = resolve_plan(site_, plan, options);
  if (!record) return std::unexpected(std::move(record).error());
  return make(site_, *record, held);
}

Result<Applied> Changes::apply(const EditPlan& plan, const ApplyOptions& options) const {
  if (plan.empty()) return Applied{.summary = plan.summary};
  auto held = hold();
  if (!held) return std::unexpected(std::move(held).error());
  return apply_held(plan, options, *held);
}

Result<Applied> Changes::apply_planned(const Planner& planner, Planning planning, const ApplyOptions& options) const {
  Result<EditPlan> plan;
  if (planning == Planning::optimistic) {
    plan = planner();
    if (!plan) return std::unexpected(std::move(plan).error());
    if (plan->empty()) return Applied{.summary = plan->summary};
  }
  auto held = hold();
  if (!held) return std::unexpected(std::move(held).error());
  bool is_fresh = planning == Planning::optimistic;
  for (int attempt = 1;; ++attempt) {
    if (!std::exchange(is_fresh, false)) plan = planner();
    if (!plan) return std::unexpected(std::move(plan).error());
    auto applied = apply_held(*plan, options, *held);
    const bool was_late = !applied && applied.error().kind == ErrorKind::conflict;
    if (!was_late || attempt == kMostAttempts) return applied;
  }
}

Result<ChangeRecord> Changes::plan_undo(Direction direction) const {
  const std::vector<ChangeRecord> records = load_history(site_);
  std::vector<std::string> roots{site_.state.to_record(site_.root)};
  if (!site_.state.in_tree) roots.push_back(site_.state.to_record(normalise_path(site_.state.path + "/..")));
  const bool undoes = direction == Direction::undo;
  const ChangeRecord* found = undoes ? find_undoable(records, roots) : find_redoable(records, roots);
  if (found != nullptr) return resolve_undo(site_of(site_, *found), *found);
  return fail(ErrorKind::not_found, undoes ? "There is no change of milepost that could be taken back."
                                           : "There is no undo that could be taken back.");
}

Result<Undone> Changes::undo(Direction direction) const {
  auto held = hold();
  if (!held) return std::unexpected(std::move(held).error());
  auto record = plan_undo(direction);
  if (!record) return std::unexpected(std::move(record).error());
  auto applied = make(site_of(site_, *record), *record, *held);
  if (!applied) return std::unexpected(std::move(applied).error());
  return Undone{*std::move(applied), *std::move(record)};
}

bool Changes::is_unfinished() const {
  return site_.files.stat(site_.state.journal()) || site_.files.stat(site_.state.journal_draft());
}

Result<Recovered> Changes::recover() const {
  auto lock = ChangeLock::take(site_, {options_.command, options_.lock_wait_ms});
  if (!lock) return std::unexpected(std::move(lock).error());
  return recover_change(site_);
}

}  // namespace milepost
