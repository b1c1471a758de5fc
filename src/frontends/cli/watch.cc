// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/watch.h"

#include <algorithm>
#include <optional>

#include "workspace/file_system.h"

namespace milepost {
namespace {

constexpr int kInterrupted = 130;
constexpr std::uint32_t kShortestPause = 300;  // milliseconds
constexpr std::uint32_t kLongestPause = 10'000;
constexpr std::uint32_t kSettling = 100;
constexpr std::int64_t kShare = 20;
constexpr std::int64_t kNanosecondsInOne = 1'000'000;

}  // namespace

int watch(const Environment& environment, const std::function<WatchRound()>& look,
          const std::function<int(const WatchRound&)>& show) {
  std::optional<WatchRound> shown;
  std::optional<WatchRound> seen;
  for (;;) {
    const std::int64_t begin = environment.files->now_ns();
    WatchRound now = look();
    const std::int64_t cost = std::max<std::int64_t>(environment.files->now_ns() - begin, 0) / kNanosecondsInOne;
    // The first answer is shown at once; nobody has just saved anything.
    const bool is_settled = !shown || (seen && *seen == now);
    if (is_settled && (!shown || *shown != now)) {
      if (const int code = show(now); code != 0) return code;
      shown = now;
    }
    const std::uint32_t pause =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(cost * kShare, kShortestPause, kLongestPause));
    const bool is_settling = *shown != now;
    seen = std::move(now);
    if (!environment.pause(is_settling ? kSettling : pause)) return kInterrupted;
  }
}

}  // namespace milepost
