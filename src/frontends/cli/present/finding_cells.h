// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// How findings look: the same severity has the same word and role in every view, and a line of a document is shown with
// a mark below the bytes that are meant.
#pragma once

#include <string>

#include "core/document/finding.h"
#include "frontends/cli/screen.h"
#include "operations/run_check.h"

namespace milepost {

[[nodiscard]] TextRole role_of(Severity severity);

// The finding in three to five lines: place and message, the line with a mark below, what to do.
[[nodiscard]] std::string finding_text(const CheckedFinding& checked, const View& view);

}  // namespace milepost
