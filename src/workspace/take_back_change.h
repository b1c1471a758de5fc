// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What happens to a change that did not come to its end: it is taken back, or finished when only its last step was
// missing. Both look at what stands on the disk and never at what should have been done, so they can be interrupted and
// begun again any number of times. A file that is neither as before nor as after the change was written by somebody
// else and is left alone. The lock of the state folder must be held.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/change_record.h"
#include "workspace/change_site.h"

namespace milepost {

struct TakenBack {
  std::vector<std::string> left;  // files of somebody else, relative to the root
  std::string kept_journal;       // where their old bytes are when something was left; absolute
};

// Ends with the journal gone. Errors: io; then the journal is still there.
[[nodiscard]] Result<TakenBack> take_back_change(const ChangeSite& site, const ChangeRecord& record);

// What recovering after a killed command did.
struct Recovered {
  enum class Outcome : std::uint8_t { nothing, taken_back, completed };
  Outcome outcome = Outcome::nothing;
  std::string summary;                // of the unfinished change
  std::vector<std::string> left;      // files that somebody changed since; they were left as they are
  std::vector<std::string> warnings;  // the same as sentences
};

// Does what is to be done about the journal, if there is one. `site.root` is not used: the journal names its own.
[[nodiscard]] Result<Recovered> recover_change(const ChangeSite& site);

}  // namespace milepost
