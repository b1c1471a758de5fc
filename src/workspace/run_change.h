// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Makes a resolved change. The journal with all that stood before is on the disk first; then the new bytes are made
// ready beside their targets and synced; only then is anything visible changed, by renames alone; and the change counts
// from the moment at which the journal is renamed into the history. Whatever fails before is taken back. The lock of
// the state folder must be held. docs/design/writing.md has the reasons.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"

namespace milepost {

// `record.number` is not used yet in the history. Gives sentences about what does not matter for the change itself.
// Errors: io, conflict (a file changed in the last moment); then all is as it was.
[[nodiscard]] Result<std::vector<std::string>> run_change(const ChangeSite& site, const ChangeRecord& record);

}  // namespace milepost
