// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Watch: asks the same question again and again and shows the answer when it is another one. It looks instead of being
// told: that works on every file system, in containers and on network drives, has no limit on folders, and with the
// cache a look costs little; the pause grows with what a look costs, so that it never takes more than a twentieth of a
// processor. An answer counts when it is the same twice in a row, because an editor may still be writing.
#pragma once

#include <functional>
#include <string>

#include "frontends/cli/environment.h"

namespace milepost {

struct WatchRound {
  std::string text;   // for stdout
  std::string error;  // for stderr, instead of an answer
  friend bool operator==(const WatchRound&, const WatchRound&) = default;
};

// Until the person ends it. Gives 130, or what `show` gives when that is not 0.
[[nodiscard]] int watch(const Environment& environment, const std::function<WatchRound()>& look,
                        const std::function<int(const WatchRound&)>& show);

}  // namespace milepost
