// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// From an edit plan to a change that can be made: every path through the gate, every revision compared, the new bytes
// made and proven, every target free. All of it is looking; nothing is written. What comes out of it can only fail
// because the system refuses or somebody changes a file in the same moment.
#pragma once

#include <functional>
#include <string_view>

#include "core/base/result.h"
#include "core/document/edit_plan.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"

namespace milepost {

// Called with each file whose bytes change, before anything is written; lifecycle's proof.h has the real one. An error
// stops the whole plan. For a new file `old_bytes` is "".
using Proof =
    std::function<Result<void>(const FileChange& change, std::string_view old_bytes, std::string_view new_bytes)>;

struct ApplyOptions {
  Proof prove;  // must be there when the plan changes bytes
  EmptiedFolders emptied = EmptiedFolders::remove;
};

// Errors: conflict, refused, usage, not_found, io, and what the proof says.
[[nodiscard]] Result<ChangeRecord> resolve_plan(const ChangeSite& site, const EditPlan& plan,
                                                const ApplyOptions& options);

// The change that takes `record` back. Errors: conflict, when a file is not as the record left it; io.
[[nodiscard]] Result<ChangeRecord> resolve_undo(const ChangeSite& site, const ChangeRecord& record);

}  // namespace milepost
