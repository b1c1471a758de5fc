// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Log entries: the dated lines of the sections that are logs (changelog, progress log, output log), for the rules that
// hold them against other days. Only ISO days count: what is written otherwise is no entry to compare.
#pragma once

#include <optional>

#include "core/base/date.h"
#include "core/rules/contexts.h"

namespace milepost {

struct LogEntry {
  Date day;
  ByteRange line;
};

// The newest entry of all logs of the document.
[[nodiscard]] std::optional<LogEntry> find_newest_entry(const DocumentContext& context);

// Offers to put `day` where the finding stands, as long as an ISO day stands there.
void offer_day(const DocumentContext& context, Finding& finding, Date day);

}  // namespace milepost
