// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The changes that were made, one file each, for `undo`. The newest kKeptChanges stay, as long as all together are not
// larger than kKeptBytes. Names are numbers of eight digits that only grow, so their order is the order of time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"

namespace milepost {

inline constexpr std::size_t kKeptChanges = 50;
inline constexpr std::uint64_t kKeptBytes = std::uint64_t{32} << 20U;

[[nodiscard]] std::string history_path(const ChangeSite& site, std::uint64_t number);

// Oldest first.
[[nodiscard]] std::vector<std::uint64_t> list_history(const ChangeSite& site);

// Of all roots that share the state folder, oldest first. What can not be read is left out.
[[nodiscard]] std::vector<ChangeRecord> load_history(const ChangeSite& site);

// Takes away what is too old. The lock must be held. That it fails is no harm: the next change tries again.
void prune_history(const ChangeSite& site);

// What undo and redo would take back among `records` (oldest first), nullptr for nothing. An undo hides the change that
// it took back, and the undo of an undo shows it again.
using Roots = std::span<const std::string>;  // as records name them
[[nodiscard]] const ChangeRecord* find_undoable(const std::vector<ChangeRecord>& records, Roots roots);
[[nodiscard]] const ChangeRecord* find_redoable(const std::vector<ChangeRecord>& records, Roots roots);

}  // namespace milepost
