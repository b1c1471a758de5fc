// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/finish_change.h"

#include <algorithm>

#include "workspace/change_history.h"

namespace milepost {

namespace {

std::unexpected<Error> fail_at(const FileFailure& failure, std::string_view doing, std::string_view path) {
  return std::unexpected(to_write_error(failure, doing, path));
}

}  // namespace

bool is_single_step(const ChangeRecord& record) {
  if (record.steps.size() != 1 || !record.folders.empty() || !record.made.empty()) return false;
  const ChangeStep& step = record.steps.front();
  return step.is_new() || step.is_removal() || step.stays() || step.temp.empty();
}

Result<void> remove_emptied(const ChangeSite& site, const ChangeRecord& record, EmptiedPhase phase) {
  for (const FolderFacts& folder : record.emptied) {
    const bool waits =
        std::ranges::any_of(record.folders, [&](const FolderMove& move) { return is_within(move.from, folder.path); });
    if (waits != (phase == EmptiedPhase::after_folder_moves)) continue;
    if (auto done = remove_if_empty(site, site.absolute(folder.path)); !done) {
      return fail_at(done.error(), "The emptied folder can not be removed", folder.path);
    }
  }
  return {};
}

Result<void> commit_change(const ChangeSite& site, const ChangeRecord& record) {
  if (auto done = site.writer.rename(site.state.journal(), history_path(site, record.number)); !done) {
    return fail_at(done.error(), "The change can not be recorded", site.state.path);
  }
  return {};
}

}  // namespace milepost
