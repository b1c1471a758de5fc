// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The end of a change, which is the same whether its own process comes there or a later one that finds only the last
// steps missing.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"

namespace milepost {

// Whether it is one single rename or removal, which can not be half done; its record need not outlive a power failure.
[[nodiscard]] bool is_single_step(const ChangeRecord& record);

// A folder from which another one moves away can only be empty after that.
enum class EmptiedPhase : std::uint8_t { before_folder_moves, after_folder_moves };
[[nodiscard]] Result<void> remove_emptied(const ChangeSite& site, const ChangeRecord& record, EmptiedPhase phase);

// The last step: from here on the change is made.
[[nodiscard]] Result<void> commit_change(const ChangeSite& site, const ChangeRecord& record);

}  // namespace milepost
